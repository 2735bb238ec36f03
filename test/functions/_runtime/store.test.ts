import type { Store } from '../../../cloudfunctions/_runtime/store'
import type { inTransaction as InTransaction } from '../../../cloudfunctions/_runtime/transaction'
import { Trips } from '../../../cloudfunctions/_runtime/trips'
import { sdkFor } from '../../local-cloud/_support/sdk'
import { anAccount, aMembership } from '../../support/factories/account'
import { anInvitation } from '../../support/factories/invitation'
import { functionEnv } from '../../support/test-key'
import { useTestCloud } from '../../support/test-cloud'

const sealed = expect.stringMatching(/^e1\./) as string
const test = useTestCloud([anAccount()])
let store: Store
let command: { push(values: unknown[]): unknown; inc(by: number): unknown }
let inTransaction: typeof InTransaction

beforeAll(async () => {
  sdkFor(test.cloud)
  Object.assign(process.env, functionEnv)
  // The SDK reads where its cloud is when it is first loaded.
  store = (await import('../../../cloudfunctions/_runtime/store')).openStore(new Trips())
  ;({ inTransaction } = await import('../../../cloudfunctions/_runtime/transaction'))
  ;({ command } = await import('../../../cloudfunctions/_runtime/sdk'))
})

const raw = async (id = 'resident-li') => test.cloud.database.get('accounts', id)
const moved = { memberships: [aMembership({ roomNumber: '302' })] }

describe('collections', () => {
  it('seal what they write, and open what they read', async () => {
    const account = anAccount({ _id: 'resident-new' })
    await store.accounts.insertOnce(account)
    expect(await raw('resident-new')).toMatchObject({ memberships: [{ roomNumber: sealed }] })
    expect(await store.accounts.get('resident-new')).toMatchObject({ memberships: account.memberships })
    const parts = await store.accounts.findParts({ _id: 'resident-new' }, ['memberships'], { limit: 1 })
    expect(parts).toMatchObject([{ memberships: [{ roomNumber: '1502' }] }])
  })

  it('a repeated insert answers the first one, opened', async () => {
    const account = anAccount({ _id: 'resident-new' })
    await store.accounts.insertOnce(account)
    const again = await store.accounts.insertOnce({ ...account, nickname: '别人' })
    expect(again).toMatchObject({ isNew: false, document: { memberships: [{ roomNumber: '1502' }] } })
  })

  it('one from before there was sealing is read, and sealed at its next write', async () => {
    expect(await raw()).toMatchObject({ memberships: [{ roomNumber: '1502' }] })
    expect(await store.accounts.get('resident-li')).toMatchObject({ memberships: [{ roomNumber: '1502' }] })
    await store.accounts.update({ _id: 'resident-li' }, moved)
    expect(await raw()).toMatchObject({ memberships: [{ roomNumber: sealed }] })
  })

  it('a dotted key is sealed too', async () => {
    await store.accounts.update({ _id: 'resident-li' }, {}, { 'memberships.0.roomNumber': '302' })
    expect(await raw()).toMatchObject({ memberships: [{ roomNumber: sealed }] })
    expect(await store.accounts.get('resident-li')).toMatchObject(moved)
  })

  it('an operation that can’t be sealed is refused, and nothing is written', async () => {
    const before = await raw()
    const memberships = command.push([aMembership()])
    await expect(store.accounts.update({ _id: 'resident-li' }, {}, { memberships })).rejects.toThrow(
      TypeError,
    )
    expect(await raw()).toEqual(before)
  })

  it('what is sealed can’t be asked for, counted or sorted by', async () => {
    const where = { 'memberships.roomNumber': '1502' }
    await expect(store.accounts.find(where, { limit: 1 })).rejects.toThrow(TypeError)
    await expect(store.accounts.count(where)).rejects.toThrow(TypeError)
    await expect(store.accounts.countUpTo(where, 1)).rejects.toThrow(TypeError)
    await expect(store.accounts.update(where, {})).rejects.toThrow(TypeError)
    await expect(store.accounts.countBy({ openid: 'o' }, 'memberships')).rejects.toThrow(TypeError)
    const byFlat = store.accounts.find(
      { openid: 'o' },
      { orderBy: ['memberships.0.roomNumber', 'asc'], limit: 1 },
    )
    await expect(byFlat).rejects.toThrow(TypeError)
  })

  it('one whose seal is broken keeps nobody from the others', async () => {
    const broken = anAccount({
      _id: 'resident-broken',
      memberships: [aMembership({ roomNumber: 'e1.key.text' })],
    })
    await test.cloud.database.insert('accounts', [broken])
    const found = await store.accounts.findSound({ homeAt: broken.homeAt[0] }, { limit: 10 })
    expect(found).toMatchObject({ sound: [{ _id: 'resident-li' }], malformed: ['resident-broken'] })
  })
})

describe('transactions', () => {
  it('read what is opened and parsed, and seal what they write', async () => {
    const read = await inTransaction(new Trips(), async ({ accounts }) => {
      await accounts.insert(anAccount({ _id: 'resident-new' }))
      expect(await accounts.update('resident-li', moved)).toBe(true)
      return [await accounts.get('resident-li'), await accounts.get('resident-new')]
    })
    expect(read).toMatchObject([moved, { memberships: [{ roomNumber: '1502' }] }])
    for (const id of ['resident-li', 'resident-new'])
      expect(await raw(id)).toMatchObject({ memberships: [{ roomNumber: sealed }] })
  })

  it('take operations, and answer whether the document was there', async () => {
    await test.cloud.database.insert('invitations', [{ ...anInvitation({ _id: 'invitation-1' }) }])
    const outcome = await inTransaction(new Trips(), async ({ invitations, accounts }) => [
      await invitations.update('invitation-1', {}, { usedCount: command.inc(1) }),
      await accounts.update('nobody-here', { nickname: '没有人' }),
      await accounts.get('nobody-here'),
    ])
    expect(outcome).toEqual([true, false, null])
    expect(await test.cloud.database.get('invitations', 'invitation-1')).toMatchObject({ usedCount: 1 })
  })

  it('an operation that can’t be sealed undoes all of it', async () => {
    const before = await raw()
    const work = inTransaction(new Trips(), async ({ accounts }) => {
      await accounts.update('resident-li', { nickname: '换了' })
      await accounts.update('resident-li', {}, { memberships: command.push([aMembership()]) })
    })
    await expect(work).rejects.toThrow(TypeError)
    expect(await raw()).toEqual(before)
  })
})
