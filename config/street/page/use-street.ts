import { useCallback, useEffect, useState } from 'react'
import { eventOf, fetchState, type StreetEvent, type StreetState } from './contract'

/** How long a frame stays lit, ms. */
const glow = 2600
/** How many events are remembered; the caption shows fewer. */
const remembered = 60

export interface Loaded {
  state: StreetState | null
  hasFailed: boolean
  retry: () => void
}

/** Who stands in the street. */
export function useStreetState(): Loaded {
  const [state, setState] = useState<StreetState | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const load = useCallback(() => {
    setFailed(false)
    fetchState().then(setState, () => setFailed(true))
  }, [])
  useEffect(load, [load])
  return { state, hasFailed, retry: load }
}

export interface Happenings {
  /** The newest first. */
  events: readonly StreetEvent[]
  /** What phones are lit by right now. */
  fresh: StreetEvent | null
  isLost: boolean
}

/** What happens in the street while the page is open. */
export function useHappenings(): Happenings {
  const [events, setEvents] = useState<readonly StreetEvent[]>([])
  const [fresh, setFresh] = useState<StreetEvent | null>(null)
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const source = new EventSource('/street/events')
    source.onopen = () => setLost(false)
    source.onerror = () => setLost(true)
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = eventOf(data)
      if (!event) return
      setEvents((past) =>
        past.some(({ id }) => id === event.id) ? past : [event, ...past].slice(0, remembered),
      )
      setFresh(event)
    }
    return () => source.close()
  }, [])
  useEffect(() => {
    if (!fresh) return
    const timer = setTimeout(() => setFresh(null), glow)
    return () => clearTimeout(timer)
  }, [fresh])
  return { events, fresh, isLost }
}

/** The street's own time of day, which may differ from this computer's. */
export function useClock(now: number): Date {
  const [offset] = useState(() => now - Date.now())
  const [time, setTime] = useState(() => new Date(now))
  useEffect(() => {
    const timer = setInterval(() => setTime(new Date(Date.now() + offset)), 1000)
    return () => clearInterval(timer)
  }, [offset])
  return time
}
