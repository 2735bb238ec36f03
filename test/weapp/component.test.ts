/** @jest-environment jsdom */
import path from 'node:path'

interface RenderedComponent {
  dom: HTMLElement
  attach(parent: Node): void
  querySelector(selector: string): { dom: HTMLElement; dispatchEvent(name: string): void } | undefined
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void
}

interface Simulate {
  load(component: string, tag: string): string
  render(id: string, properties?: Record<string, unknown>): RenderedComponent
  sleep(ms: number): Promise<void>
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- it looks for `window` when it loads
const simulate = require('miniprogram-simulate') as Simulate

const counterId = simulate.load(path.join(__dirname, 'fixtures/counter/counter'), 'counter')

/** WeChat's older engine (wcc and exparser) has its say about plain components. */
describe('a WXML component in miniprogram-simulate', () => {
  function renderCounter(properties: Record<string, unknown>): RenderedComponent {
    const component = simulate.render(counterId, properties)
    component.attach(document.createElement('div'))
    return component
  }

  const wordsOf = (component: RenderedComponent, selector: string) =>
    component.querySelector(selector)?.dom.textContent

  it('shows its properties and what it sets when attached', () => {
    const counter = renderCounter({ label: 'bags of rice' })
    expect(wordsOf(counter, '.label')).toBe('bags of rice')
    expect(wordsOf(counter, '.count')).toBe('10')
  })

  it('counts taps and tells its parent', async () => {
    const counter = renderCounter({ label: 'bags of rice', step: 2 })
    const told = jest.fn()
    counter.addEventListener('counted', ({ detail }) => told(detail))
    counter.querySelector('.more')?.dispatchEvent('tap')
    await simulate.sleep(20)
    expect(wordsOf(counter, '.count')).toBe('12')
    expect(told).toHaveBeenCalledWith({ count: 12 })
  })
})
