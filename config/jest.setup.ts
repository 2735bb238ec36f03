import { buildFunctions } from './functions/build'

/** The functions are tested as they are deployed: bundled. It takes a second. */
export default async function setup(): Promise<void> {
  await buildFunctions()
}
