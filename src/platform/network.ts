import Taro from '@tarojs/taro'

/** Tells whether there is a network, now and whenever that changes; gives how to stop. */
export function watchNetwork(onChange: (isOnline: boolean) => void): () => void {
  const change = ({ isConnected }: { isConnected: boolean }): void => onChange(isConnected)
  Taro.onNetworkStatusChange(change)
  Taro.getNetworkType()
    .then(({ networkType }) => onChange(networkType !== 'none'))
    .catch(() => undefined)
  return () => Taro.offNetworkStatusChange(change)
}
