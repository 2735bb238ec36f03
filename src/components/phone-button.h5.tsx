import type { PhoneButtonProps } from './phone-button'

/** As in `phone-button.tsx`: only WeChat knows a number. */
export const PhoneButton = (_props: PhoneButtonProps) => null
