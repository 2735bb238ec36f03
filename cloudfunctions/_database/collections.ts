/**
 * Collections, their indexes and their access rules: what is deployed is what the local cloud enforces.
 *
 * Rules are those of the cloud console (数据库 → 权限管理). Phones read nothing but `signals`, counters without
 * content; all else goes through the functions, which decide what each person may see.
 */
export const collections = [
  {
    name: 'accounts',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'openid', keys: { openid: 1 }, unique: true },
      { name: 'homeAt', keys: { homeAt: 1 } },
      { name: 'pendingAt', keys: { pendingAt: 1, pendingKey: 1 } },
      { name: 'roleKeys', keys: { roleKeys: 1 } },
      { name: 'residents', keys: { homeAt: 1, _id: 1 } },
      { name: 'doors', keys: { homeAt: 1, homeKey: 1 } },
      { name: 'household', keys: { householdIds: 1 } },
      { name: 'charges', keys: { proxyIds: 1 } },
      { name: 'avoids', keys: { 'volunteer.avoids': 1 } },
      { name: 'care', keys: { careAt: 1, _id: 1 } },
      { name: 'names', keys: { nameKeys: 1 } },
      { name: 'forget', keys: { forgetAt: 1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
    ],
  },
  {
    name: 'areas',
    rule: 'ADMINONLY',
    indexes: [{ name: 'level', keys: { level: 1, _id: 1 } }],
  },
  {
    name: 'households',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'area', keys: { areaPath: 1, _id: 1 } },
      { name: 'grid', keys: { gridPath: 1, _id: 1 } },
      { name: 'building', keys: { buildingPath: 1, _id: 1 } },
      { name: 'estate', keys: { estatePath: 1, _id: 1 } },
    ],
  },
  { name: 'estateCounts', rule: 'ADMINONLY', indexes: [{ name: 'stale', keys: { countedAt: 1 } }] },
  {
    name: 'placeImports',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'wake', keys: { wakeAt: 1 } },
      { name: 'by', keys: { by: 1, at: -1 } },
    ],
  },
  {
    name: 'appointments',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'person', keys: { userId: 1, createdKey: -1 } },
      { name: 'area', keys: { areaAt: 1, state: 1, createdKey: -1 } },
      { name: 'live', keys: { liveKey: 1 }, unique: true },
      { name: 'handover', keys: { handoverAt: 1 } },
      { name: 'begin', keys: { state: 1, since: 1 } },
    ],
  },
  {
    name: 'trail',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'person', keys: { userId: 1, atKey: -1 } },
      { name: 'by', keys: { by: 1, atKey: -1 } },
      { name: 'about', keys: { about: 1 } },
    ],
  },
  {
    name: 'accesses',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'person', keys: { userId: 1, atKey: -1 } },
      { name: 'viewer', keys: { by: 1, atKey: -1 } },
    ],
  },
  {
    name: 'invitations',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'area', keys: { areaAt: 1, isClosed: 1, createdKey: -1 } },
      { name: 'kind', keys: { areaAt: 1, 'target.kind': 1, isClosed: 1, createdKey: -1 } },
      { name: 'expiry', keys: { isClosed: 1, expiresAt: 1 } },
      { name: 'maker', keys: { createdBy: 1, createdAt: -1 } },
      { name: 'person', keys: { 'target.userId': 1 } },
    ],
  },
  { name: 'removals', rule: 'ADMINONLY', indexes: [{ name: 'expiry', keys: { expiresAt: 1 } }] },
  {
    name: 'orders',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'helped', keys: { helpedIds: 1, phase: 1, createdKey: -1 } },
      { name: 'helpedDue', keys: { helpedIds: 1, phase: 1, dueKey: 1 } },
      { name: 'taker', keys: { takerIds: 1, phase: 1, createdKey: -1 } },
      { name: 'served', keys: { servedIds: 1, createdKey: -1 } },
      { name: 'offeree', keys: { offeredIds: 1, createdKey: -1 } },
      { name: 'named', keys: { namedIds: 1, createdKey: -1 } },
      { name: 'standIn', keys: { standInIds: 1, phase: 1, createdKey: -1 } },
      { name: 'follower', keys: { followerIds: 1 } },
      { name: 'hall', keys: { communityPath: 1, 'offer.kind': 1, dueKey: 1 } },
      { name: 'desk', keys: { communityPath: 1, phase: 1, dueKey: 1 } },
      { name: 'deskDone', keys: { communityPath: 1, phase: 1, createdKey: -1 } },
      { name: 'deskStatus', keys: { communityPath: 1, status: 1, createdKey: -1 } },
      { name: 'deskUnhappy', keys: { communityPath: 1, needsFollowUp: 1, createdKey: -1 } },
      { name: 'deskUnsafe', keys: { communityPath: 1, needsSafetyLook: 1, createdKey: -1 } },
      { name: 'building', keys: { buildingPath: 1, phase: 1, dueKey: 1 } },
      { name: 'wall', keys: { buildingPath: 1, wallMonth: 1, createdKey: -1 } },
      { name: 'period', keys: { communityPath: 1, createdKey: -1 } },
      { name: 'unreached', keys: { communityPath: 1, hasUnreached: 1, createdKey: -1 } },
      { name: 'unreachedHome', keys: { buildingPath: 1, hasUnreached: 1, createdKey: -1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
      { name: 'outbox', keys: { 'outbox.sendAt': 1 } },
    ],
  },
  {
    name: 'certificates',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'code', keys: { code: 1 }, unique: true },
      { name: 'user', keys: { userId: 1, issuedKey: -1 } },
    ],
  },
  { name: 'digests', rule: 'ADMINONLY', indexes: [] },
  { name: 'handbooks', rule: 'ADMINONLY', indexes: [{ name: 'editor', keys: { 'trail.by': 1 } }] },
  {
    name: 'guideAnswers',
    rule: 'ADMINONLY',
    indexes: [{ name: 'community', keys: { communityPath: 1, at: -1 } }],
  },
  {
    name: 'series',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'requester', keys: { requesterId: 1, createdKey: -1 } },
      { name: 'desk', keys: { communityPath: 1, createdKey: -1 } },
      { name: 'volunteer', keys: { 'volunteer.userId': 1, createdKey: -1 } },
      { name: 'beneficiary', keys: { 'wish.beneficiary.userId': 1, createdKey: -1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
    ],
  },
  {
    name: 'messages',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'order', keys: { groupPath: 1, seq: 1 }, unique: true },
      { name: 'author', keys: { authorId: 1, sentAt: -1 } },
      { name: 'named', keys: { namedIds: 1 } },
      { name: 'lines', keys: { groupPath: 1, isLine: 1, seq: 1 } },
      { name: 'calls', keys: { callsIds: 1, sentAt: 1 } },
      { name: 'quotes', keys: { groupPath: 1, 'replyTo.seq': 1 } },
      { name: 'trace', keys: { traceId: 1 } },
      { name: 'recheck', keys: { recheckAt: 1 } },
    ],
  },
  {
    name: 'mediaChecks',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'trace', keys: { traceId: 1 } },
      { name: 'recheck', keys: { recheckAt: 1 } },
    ],
  },
  { name: 'readMarks', rule: 'ADMINONLY', indexes: [] },
  {
    name: 'groups',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'named', keys: { namedIds: 1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
    ],
  },
  {
    name: 'cases',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'care', keys: { careKeys: 1, isOpen: 1, openedKey: -1 } },
      { name: 'author', keys: { 'author.userId': 1, state: 1, toldKey: -1 } },
      { name: 'reporter', keys: { 'reports.by.userId': 1, openedKey: -1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
      { name: 'named', keys: { namedIds: 1 } },
    ],
  },
  {
    name: 'topics',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'group', keys: { groupPath: 1, openedKey: -1 } },
      { name: 'named', keys: { namedIds: 1 } },
    ],
  },
  {
    name: 'promises',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'care', keys: { careKeys: 1, isOpen: 1, dueKey: 1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
      { name: 'named', keys: { namedIds: 1 } },
    ],
  },
  {
    name: 'inbox',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'care', keys: { careKeys: 1, isOpen: 1, askedKey: 1 } },
      { name: 'named', keys: { namedIds: 1 } },
    ],
  },
  {
    name: 'notices',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'address', keys: { addressKeys: 1, publishedKey: -1 } },
      { name: 'read', keys: { lastReadAt: 1 } },
      { name: 'named', keys: { namedIds: 1 } },
      { name: 'wake', keys: { wakeAt: 1 } },
    ],
  },
  {
    name: 'noticeReads',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'notice', keys: { noticeId: 1, kind: 1 } },
      { name: 'reader', keys: { userId: 1, readAt: -1 } },
    ],
  },
  {
    name: 'visits',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'area', keys: { areaAt: 1, isOpen: 1, createdKey: -1 } },
      { name: 'notice', keys: { noticeId: 1, isOpen: 1 } },
      { name: 'named', keys: { namedIds: 1 } },
    ],
  },
  { name: 'signals', rule: 'ADMINWRITE', indexes: [] },
] as const satisfies readonly CollectionDefinition[]

/** As the local cloud reads it (`local-cloud/database/definitions.ts`), and a person at the cloud console. */
export interface CollectionDefinition {
  name: string
  rule: 'ADMINONLY' | 'ADMINWRITE'
  indexes: readonly { name: string; keys: Readonly<Record<string, 1 | -1>>; unique?: boolean }[]
}
