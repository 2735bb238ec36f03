/**
 * What is encrypted in the database, by collection: texts, with `*` for the elements of an array. Documents that
 * lack a path are none the worse. A path that is added here is sealed at each document's next write.
 */
export const sealedPaths: Readonly<Record<string, readonly string[]>> = {
  accounts: ['realName', 'phone', 'memberships.*.roomNumber'],
  orders: ['contact.roomNumber', 'contact.phone', 'contact.access', 'beneficiary.name'],
  series: ['wish.roomNumber', 'wish.phone', 'wish.access', 'wish.beneficiary.name'],
  households: ['roomNumber', 'register.*.name'],
  invitations: ['targetName'],
}
