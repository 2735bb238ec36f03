/** As in `phone-button.tsx`: only WeChat knows a number. */
export const PhoneButton = () => null
