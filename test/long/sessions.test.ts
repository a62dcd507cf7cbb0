import t from 'tap'
import { sessions } from '../net/sessions.js'

t.test('the example gives the same answers through a rolling restart and a kill', (t) => {
  return sessions(t, 4)
})
