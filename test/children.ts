// Children run dist/, whose coverage counts for nothing, and costs them three times their time: whatever a
// test file that imports this starts is left out of it.
process.env._TAPJS_PROCESSINFO_COVERAGE_ = '0'
