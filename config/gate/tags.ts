import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles } from './build-files'
import type { GateFailure } from './report'

/** WXML's own words and WeChat's components, by its component index (base library 3.x). */
const KNOWN = new Set(
  `template import include wxs block slot view text image button input textarea switch checkbox checkbox-group radio
  radio-group label form picker picker-view picker-view-column slider editor scroll-view swiper swiper-item movable-area
  movable-view cover-view cover-image rich-text icon progress canvas camera video audio map live-player live-pusher
  voip-room channel-video channel-live web-view ad ad-custom official-account open-data navigator functional-page-navigator
  page-meta navigation-bar page-container root-portal match-media share-element keyboard-accessory sticky-header
  sticky-section grid-view grid-builder list-view list-builder draggable-sheet nested-scroll-header nested-scroll-body
  open-container snapshot span native-component store-home store-product store-coupon selection double-tap-gesture-handler
  tap-gesture-handler pan-gesture-handler scale-gesture-handler long-press-gesture-handler horizontal-drag-gesture-handler
  vertical-drag-gesture-handler force-press-gesture-handler`.split(/\s+/),
)

/** An opening tag with its attributes, so that tags inside of attributes don't count. */
const TAG = /<([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g

/**
 * Finds tags that are neither WeChat's nor named in `usingComponents`: WeChat renders them as nothing, and none of
 * its tools complains. Templates that a page imports (Taro's base.wxml) count as the page's.
 */
export function checkTags(dist: string): GateFailure[] {
  const units = listFiles(dist)
    .filter(
      ({ name }) => name.endsWith('.wxml') && existsSync(path.join(dist, name.replace(/wxml$/, 'json'))),
    )
    .map(({ name }) => name)
  const shared = declaredIn(path.join(dist, 'app.json'))
  return units.flatMap((unit) => {
    const declared = new Set([...shared, ...declaredIn(path.join(dist, unit.replace(/wxml$/, 'json')))])
    const unknown = [...tagsOf(dist, unit, new Set())].filter((tag) => !KNOWN.has(tag) && !declared.has(tag))
    return unknown.map((tag) => ({
      check: 'tags' as const,
      sentence: `${unit} uses <${tag}>, which is neither WeChat's nor in its usingComponents.`,
    }))
  })
}

function tagsOf(dist: string, name: string, seen: Set<string>): Set<string> {
  const file = path.join(dist, name)
  // A missing import is wcc's to report.
  if (seen.has(name) || !existsSync(file)) return new Set()
  seen.add(name)
  const wxml = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->|<wxs[^/>]*>[\s\S]*?<\/wxs>/g, '')
  const tags = new Set([...wxml.matchAll(TAG)].map(([, tag = '']) => tag))
  for (const [, source = ''] of wxml.matchAll(/<(?:import|include)\s+src="([^"]+)"/g)) {
    const target = source.startsWith('/')
      ? source.slice(1)
      : path.posix.join(path.posix.dirname(name), source)
    for (const tag of tagsOf(dist, target.endsWith('.wxml') ? target : `${target}.wxml`, seen)) tags.add(tag)
  }
  return tags
}

function declaredIn(jsonFile: string): string[] {
  try {
    const json = JSON.parse(readFileSync(jsonFile, 'utf8')) as { usingComponents?: Record<string, string> }
    return Object.keys(json.usingComponents ?? {})
  } catch {
    return []
  }
}
