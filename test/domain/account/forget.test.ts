import * as z from 'zod'
import { cancelled, filesForgotten, forgottenIn, forgottenInSeries } from '@/domain/account/forget'
import { openidOfRegistered } from '@/domain/account/schema'
import { forgottenInMessage, namedIn } from '@/domain/chat/named-in'
import { schemas } from '../../../cloudfunctions/_runtime/schemas'
import { aMembership, anAccount } from '../../support/factories/account'
import { aMessage } from '../../support/factories/message'
import { anOrder } from '../../support/factories/order'
import { aSeries } from '../../support/factories/series'
import { startOfTests } from '../../support/factories/places'

const name = '以前的邻居'

describe('an account after its owner has cancelled it', () => {
  it('tells nothing of who it was, and its openid is free; its homes are history', () => {
    const account = anAccount({
      realName: '李桂兰',
      phone: '13812345678',
      memberships: [aMembership(), aMembership({ standing: 'removed', endedAt: 1 })],
    })
    const after = cancelled(account, name, startOfTests)
    expect(after).toMatchObject({
      nickname: name,
      openid: openidOfRegistered(account._id),
      state: 'cancelled',
    })
    expect(after).toMatchObject({
      realName: null,
      phone: null,
      homeAt: [],
      roleKeys: [],
      forgetAt: startOfTests,
    })
    expect(after.memberships.map(({ roomNumber, standing }) => [roomNumber, standing])).toEqual([
      ['', 'left'],
      ['', 'removed'],
    ])
  })
})

describe('an order', () => {
  const done = { status: 'reviewed', phase: 'done' } as const
  it('keeps the flat while somebody is at the door, and loses it once done', () => {
    const open = anOrder({ status: 'inService', phase: 'moving' })
    expect(forgottenIn(open, 'resident-li', name)).toMatchObject({
      requesterName: name,
      contact: open.contact,
    })
    expect(forgottenIn(open, 'resident-li', name).namedIds).toContain('resident-li')
    const over = forgottenIn(anOrder(done), 'resident-li', name)
    expect(over.contact).toEqual({ roomNumber: '', phone: null, access: '' })
    expect(over.namedIds).not.toContain('resident-li')
  })

  it('keeps the flat and the files of the one helped when only the volunteer is forgotten', () => {
    const order = anOrder({ ...done, photoFileIds: ['cloud://test/a.jpg'] })
    const after = forgottenIn(order, 'volunteer-wang', name)
    expect(after.contact).toEqual(order.contact)
    expect(filesForgotten(order, after)).toEqual([])
    expect(filesForgotten(order, forgottenIn(order, 'resident-li', name))).toEqual([
      'cloud://test/a.jpg',
      ...(order.completion?.photoFileIds ?? []),
    ])
  })
})

it('series: goes on without its volunteer, and stops without the one helped', () => {
  const series = aSeries()
  expect(forgottenInSeries(series, 'volunteer-wang', name)).toMatchObject({ isActive: true, volunteer: null })
  expect(forgottenInSeries(series, 'resident-li', name)).toMatchObject({
    isActive: false,
    requesterName: name,
    wish: { roomNumber: '', phone: null, access: '' },
  })
})

it('message: those whom others name in it are found by their ids, and renamed alone', () => {
  const mention = {
    kind: 'mention',
    userId: 'resident-li',
    name: '李阿姨',
    moment: 'accepted',
    names: ['王师傅', '赵姐'],
    nameIds: ['volunteer-wang', 'volunteer-zhao'],
  } as const
  const body = { ...mention, names: [...mention.names], nameIds: [...mention.nameIds] }
  const message = aMessage({ body, authorId: null })
  expect(namedIn(message).sort()).toEqual(['resident-li', 'volunteer-wang', 'volunteer-zhao'])
  expect(forgottenInMessage(message, 'volunteer-zhao', name).body).toMatchObject({
    name: '李阿姨',
    names: ['王师傅', name],
  })
})

describe('where names, numbers and flats are kept', () => {
  interface Shape {
    properties?: Record<string, Shape>
    items?: Shape
    anyOf?: Shape[]
    oneOf?: Shape[]
  }
  const personal = /^(nickname|realName|phone|roomNumber|openid|name|names|.*Name)$/
  const pathsOf = (shape: Shape, path: string): string[] => [
    ...Object.entries(shape.properties ?? {}).flatMap(([key, part]) => [
      ...(personal.test(key) ? [`${path}.${key}`] : []),
      ...pathsOf(part, `${path}.${key}`),
    ]),
    ...(shape.items ? pathsOf(shape.items, path) : []),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((part) => pathsOf(part, path)),
  ]
  /** Of places and services, not of people. */
  const ofThings =
    /\.(areaName|groupName|fullName|serviceName|communityName|service\.name|activity\.about\.name|redirection\..*)$|^areas\.|^handbooks\.(services|guide|calendar|phone)/

  /** Whoever keeps a name anew says here what becomes of it when its owner leaves. */
  const known = {
    forgotten: [
      'accounts.nickname',
      'accounts.openid',
      'accounts.realName',
      'accounts.phone',
      'accounts.memberships.roomNumber',
      'accounts.proxies.name',
      'appointments.name',
      'appointments.signatures.name',
      'appointments.endedBy.name',
      'appointments.replaces.name',
      'trail.byName',
      'handbooks.trail.byName',
      'invitations.targetName',
      'orders.contact.roomNumber',
      'orders.contact.phone',
      'orders.requesterName',
      'orders.beneficiary.name',
      'orders.offer.people.name',
      'orders.takers.name',
      'orders.takers.standIn.name',
      'orders.served.name',
      'orders.activity.byName',
      'orders.activity.hours.name',
      'orders.activity.about.people.name',
      'series.wish.beneficiary.name',
      'series.wish.roomNumber',
      'series.wish.phone',
      'series.requesterName',
      'series.volunteer.name',
      'messages.authorName',
      'messages.body.nickname',
      'messages.body.name',
      'messages.body.names',
      'messages.replyTo.name',
      'messages.mentions.name',
      'messages.body.to.name',
      'groups.pins.by.name',
      'groups.silences.person.name',
      'groups.silences.by.name',
      'groups.wechatCode.by.name',
      'cases.author.name',
      'cases.reports.by.name',
      'cases.trail.by.name',
      'topics.opened.by.name',
      'topics.settled.by.name',
      'topics.past.by.name',
      'promises.asked.name',
      'promises.made.by.name',
      'promises.kept.by.name',
      'promises.delays.by.name',
      'inbox.asked.by.name',
      'inbox.answered.by.name',
      'notices.author.name',
      'notices.withdrawn.by.name',
      'visits.person.name',
      'visits.done.by.name',
    ],
    /** Switches; the office's list of flats; whom a notice says to call; who looked; stars for a name. */
    kept: [
      'accounts.shares',
      'households.roomNumber',
      'households.register.name',
      'placeImports',
      'accesses.byName',
      'orders.followUp.byName',
      'orders.safetyLook.byName',
      'notices.button',
      'certificates.maskedName',
      'certificates.rows.name',
    ],
  }

  it('everywhere in the database: each is forgotten, or stays for a reason', () => {
    const found = Object.entries(schemas).flatMap(([collection, schema]) =>
      pathsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, collection),
    )
    const told = [...known.forgotten, ...known.kept]
    const untold = [...new Set(found)].filter(
      (path) => !ofThings.test(path) && !told.some((one) => path === one || path.startsWith(`${one}.`)),
    )
    expect(untold).toEqual([])
    expect(known.forgotten.filter((path) => !found.includes(path))).toEqual([])
  })
})
