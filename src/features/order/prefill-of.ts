import type { OrderView } from '@/domain/order/present'
import type { Prefill } from './draft'

/**
 * The same once more: what, for whom, where and how to get in. When it is wanted and the answers to questions are
 * asked anew: today it may smell of gas.
 */
export function prefillOf(order: OrderView, homePaths: readonly string[]): Prefill {
  const { service, text, voice, contact, beneficiary, areaPath } = order
  const isOwnDoor = beneficiary?.kind !== 'other' && homePaths.includes(areaPath)
  return {
    serviceId: service.id,
    text,
    voice,
    homePath: areaPath,
    isOtherDoor: !isOwnDoor,
    roomNumber: isOwnDoor ? '' : (contact?.roomNumber ?? ''),
    access: contact?.access ?? '',
    ...(contact?.phone ? { phone: contact.phone } : {}),
    // Consent is for one time, unless it was given for all.
    other:
      beneficiary?.kind === 'other'
        ? { ...pick(beneficiary), consent: beneficiary.consent === 'standing' ? 'standing' : null }
        : null,
  }
}

const pick = ({
  name,
  relation,
  userId,
}: Extract<NonNullable<OrderView['beneficiary']>, { kind: 'other' }>) => ({ name, relation, userId })
