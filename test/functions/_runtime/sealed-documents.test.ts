import {
  openDocument,
  refuseSealed,
  sealDocument,
  sealOperations,
} from '../../../cloudfunctions/_runtime/sealed-documents'
import { BrokenSealError } from '../../../cloudfunctions/_runtime/sealing'
import { anAccount, aMembership } from '../../support/factories/account'
import { anOrder } from '../../support/factories/order'
import { aSeries } from '../../support/factories/series'
import { testSealing as sealing } from '../../support/test-key'

const sealed = expect.stringMatching(/^e1\./) as string
const contact = { roomNumber: '1502', phone: '13812345678', access: '门铃坏了' }

/** Of the commands of the SDK: objects of a class. */
class UpdateCommand {
  readonly operator = 'push'
}

describe('documents', () => {
  it('account: name, phone and every flat; nothing else, and the given one stays as it is', () => {
    const memberships = [aMembership({ roomNumber: '1502' }), aMembership({ roomNumber: '302' })]
    const account = { ...anAccount({ memberships }), realName: '李桂兰', phone: '13812345678' }
    const kept = JSON.stringify(account)
    const onDisk = sealDocument(sealing, 'accounts', account)
    expect(onDisk).toEqual({
      ...account,
      realName: sealed,
      phone: sealed,
      memberships: memberships.map((home) => ({ ...home, roomNumber: sealed })),
    })
    expect(JSON.stringify(account)).toBe(kept)
    expect(openDocument(sealing, 'accounts', onDisk)).toEqual(account)
  })

  it('order: contact, and the name of the one it is for', () => {
    const beneficiary = {
      kind: 'other',
      name: '赵奶奶',
      relation: 'family',
      userId: null,
      consent: 'present',
    } as const
    const order = anOrder({ contact, beneficiary })
    const onDisk = sealDocument(sealing, 'orders', order)
    expect(onDisk).toEqual({
      ...order,
      contact: { roomNumber: sealed, phone: sealed, access: sealed },
      beneficiary: { ...beneficiary, name: sealed },
    })
    expect(openDocument(sealing, 'orders', onDisk)).toEqual(order)
  })

  it('series: the same in its wish', () => {
    const series = aSeries()
    const onDisk = sealDocument(sealing, 'series', series)
    expect(onDisk.wish).toEqual({ ...series.wish, roomNumber: sealed, phone: sealed, access: sealed })
    expect(openDocument(sealing, 'series', onDisk)).toEqual(series)
  })

  it('null stays null, what is not there is not made, and other collections pass', () => {
    const order = { _id: 'order-0001', contact: { ...contact, phone: null }, beneficiary: { kind: 'self' } }
    const onDisk = sealDocument(sealing, 'orders', order)
    expect(onDisk.contact.phone).toBeNull()
    expect(onDisk.beneficiary).toEqual({ kind: 'self' })
    expect(sealDocument(sealing, 'accounts', { _id: 'a' })).toEqual({ _id: 'a' })
    const area = { _id: 'a', name: '1502' }
    expect(sealDocument(sealing, 'areas', area)).toEqual(area)
  })

  it('from before there was sealing: read as it is, also where only some of it is sealed', () => {
    const order = anOrder({ contact })
    const half = {
      ...order,
      contact: { ...contact, phone: sealDocument(sealing, 'orders', order).contact.phone },
    }
    expect(openDocument(sealing, 'orders', order)).toEqual(order)
    expect(openDocument(sealing, 'orders', half)).toEqual(order)
  })

  it('another’s kind of secret does not open: a phone put where the flat stands', () => {
    const onDisk = sealDocument(sealing, 'orders', anOrder({ contact }))
    const swapped = { ...onDisk, contact: { ...onDisk.contact, roomNumber: onDisk.contact.phone } }
    expect(() => openDocument(sealing, 'orders', swapped)).toThrow(BrokenSealError)
  })

  it.each([
    [{ realName: 7 }],
    [{ memberships: 'all' }],
    [{ memberships: [{ roomNumber: ['1502'] }] }],
    [{ memberships: new UpdateCommand() }],
  ])('%j can’t be sealed, and is not written in the clear', (fields) => {
    expect(() => sealDocument(sealing, 'accounts', fields)).toThrow(TypeError)
  })

  it('what is malformed is left to the schema to refuse', () => {
    const broken = { _id: 'a', memberships: 'all', phone: 7 }
    expect(openDocument(sealing, 'accounts', broken)).toEqual(broken)
  })
})

describe('operations', () => {
  const sealAll = (operations: Record<string, unknown>, collection = 'accounts') =>
    sealOperations(sealing, collection, operations)

  it.each(['memberships.0.roomNumber', 'memberships.$.roomNumber', 'memberships.$[].roomNumber'])(
    'a plain value under %s is sealed, and opens where it stands',
    (key) => {
      const { [key]: roomNumber } = sealAll({ [key]: '1502' })
      expect(roomNumber).toEqual(sealed)
      expect(openDocument(sealing, 'accounts', { memberships: [{ roomNumber }] })).toEqual({
        memberships: [{ roomNumber: '1502' }],
      })
    },
  )

  it('plain objects that hold something sealed are sealed within', () => {
    const home = aMembership({ roomNumber: '1502' })
    expect(sealAll({ 'memberships.1': home })).toEqual({ 'memberships.1': { ...home, roomNumber: sealed } })
    expect(sealAll({ 'contact.phone': null, contact }, 'orders')).toEqual({
      'contact.phone': null,
      contact: { roomNumber: sealed, phone: sealed, access: sealed },
    })
  })

  it('commands on what is not sealed pass, also next to it', () => {
    const operations = { 'memberships.0.standing': new UpdateCommand(), consents: new UpdateCommand() }
    expect(sealAll(operations)).toEqual(operations)
  })

  it.each([
    ['a command on the field itself', { realName: new UpdateCommand() }],
    ['one around it', { memberships: new UpdateCommand() }],
    ['one on an element', { 'memberships.0': new UpdateCommand() }],
    ['the database’s own operators', { memberships: { $each: [aMembership()] } }],
  ])('%s: refused', (_, operations) => {
    expect(() => sealAll(operations)).toThrow(TypeError)
  })
})

describe('conditions', () => {
  it.each(['memberships.roomNumber', 'memberships.0.roomNumber', 'memberships', 'phone', 'realName'])(
    'accounts can’t be asked for by %s',
    (field) => expect(() => refuseSealed('accounts', ['_id', field])).toThrow(TypeError),
  )

  it('what is beside it can', () => {
    refuseSealed('accounts', ['_id', 'memberships.areaPath', 'openid'])
    refuseSealed('orders', ['beneficiary.userId', 'phase'])
    refuseSealed('areas', ['realName'])
  })
})
