import { benchAgents, describeAgents } from './agents.js'
const f = await benchAgents({ kills: 8, leaves: 4, idleSeconds: 10 }); console.log(f); console.log(describeAgents(f).join('\n'))
