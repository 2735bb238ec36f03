import { networkInterfaces } from 'node:os'

/** The address of this machine in the local network, under which a real phone can reach it; null where there is none. */
export function lanAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}
