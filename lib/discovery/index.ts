export { staticSeeds, type Discovery, type Found } from './static-seeds.js'
