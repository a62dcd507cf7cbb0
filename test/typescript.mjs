// Has Node run this repository's TypeScript: `node --import=./test/typescript.mjs FILE.ts`.
import { register } from 'node:module'

register('./typescript-hooks.mjs', import.meta.url)
