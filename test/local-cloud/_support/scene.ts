import type { LocalCloud } from '../../../local-cloud/start-cloud'
import { rejection, startTestCloud } from './cloud'
import { sdkFor, type SdkCollection, type SdkDatabase } from './sdk'

type Data = Record<string, unknown>

/** A value that a document doesn't have at all. */
export const MISSING = Symbol('missing')

/** A cloud with one empty collection, reached through the real SDK. */
export interface Scene {
  cloud: LocalCloud
  db: SdkDatabase
  _: SdkDatabase['command']
  things(): SdkCollection
  /** Puts documents there, and nothing else; their ids are their positions. */
  put(docs: Data[]): Promise<void>
  /** Positions of the documents that match. */
  found(where: Data): Promise<number[]>
  /** Positions of the values, each in the field `v` of a document, that fulfil a condition. */
  values(values: unknown[], condition: unknown): Promise<number[]>
  /** What becomes of a document by `doc(id).update`. */
  changed(doc: Data, data: Data): Promise<Data>
  /** Why `doc(id).update` refuses; fails when the document isn't as it was. */
  refusal(doc: Data, data: Data): Promise<string>
}

/** Starts the cloud of a spec; `close` it in the end. */
export const openScene = async (): Promise<Scene> => {
  const cloud = await startTestCloud({ collections: [{ name: 'things', rule: 'ADMINONLY', indexes: [] }] })
  const db = sdkFor(cloud).database()
  const things = (): SdkCollection => db.collection('things')
  const put = async (docs: Data[]): Promise<void> => {
    await cloud.database.remove('things', {})
    await cloud.database.insert(
      'things',
      docs.map((doc, i) => ({ _id: i, ...doc })),
    )
  }
  const found = async (where: Data): Promise<number[]> =>
    (await things().where(where).limit(1000).get()).data.map(({ _id }) => Number(_id)).sort((a, b) => a - b)
  const values = async (list: unknown[], condition: unknown): Promise<number[]> => {
    await put(list.map((v) => (v === MISSING ? {} : { v })))
    return found({ v: condition })
  }
  const changed = async (doc: Data, data: Data): Promise<Data> => {
    await put([doc])
    await things().doc(0).update({ data })
    const { _id, ...rest } = (await things().doc(0).get()).data
    expect(_id).toBe(0)
    return rest
  }
  const refusal = async (doc: Data, data: Data): Promise<string> => {
    await put([doc])
    const error = await rejection(things().doc(0).update({ data }))
    expect(error).toMatchObject({ errCode: -502001 })
    expect((await things().doc(0).get()).data).toEqual({ _id: 0, ...doc })
    return String(error.errMsg)
  }
  return { cloud, db, _: db.command, things, put, found, values, changed, refusal }
}
