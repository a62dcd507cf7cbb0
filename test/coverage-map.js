// Coverage is that of the sources: what tests run from dist/, in processes of their own, is the
// same code compiled.
import { readdirSync } from 'node:fs'

const sources = ['lib', 'sim'].flatMap((dir) => {
  const files = readdirSync(dir, { recursive: true })
  return files.filter((file) => file.endsWith('.ts')).map((file) => `${dir}/${file}`)
})

export default () => sources
