import { useState } from 'react'
import { phoneWords } from '../copy'
import type { Light } from './concerned'
import type { Persona } from './contract'
import { House } from './house'
import { Icon } from './icons'
import { phoneUrl, type Phone } from './use-phones'
import { screen } from './use-scale'

interface PhoneFrameProps {
  phone: Phone
  scale: number
  personas: readonly Persona[]
  light: Light | null
  onHand: (persona: Persona) => void
  onElder: () => void
  onReload: () => void
}

/** A phone, whose it is, and where they live. */
export function PhoneFrame({ phone, scale, personas, light, onHand, onElder, onReload }: PhoneFrameProps) {
  const { slot, name, role, isElder } = phone
  return (
    <li className={`phone${light ? ` phone-${light}` : ''}`}>
      <House slot={slot} />
      <div className="phone-body" style={{ width: screen.width * scale + 14 }}>
        <div className="tag">
          <h2 className="tag-name">{name}</h2>
          <SwapPerson phone={phone} personas={personas} onHand={onHand} />
          <p className="tag-role" title={role}>
            {role}
          </p>
        </div>
        <PhoneScreen key={`${phone.persona}/${phone.starts}`} phone={phone} scale={scale} />
        <div className="phone-tools">
          <a
            className="tool"
            href={phoneUrl(phone)}
            target="_blank"
            rel="noreferrer"
            aria-label={phoneWords.of(phoneWords.alone, name)}
          >
            <Icon name="out" />
            {phoneWords.alone}
          </a>
          <button
            type="button"
            className="tool"
            aria-pressed={isElder}
            aria-label={phoneWords.of(phoneWords.elder, name)}
            onClick={onElder}
          >
            <Icon name="type" />
            {phoneWords.elder}
          </button>
          <button
            type="button"
            className="tool"
            aria-label={phoneWords.of(phoneWords.reload, name)}
            onClick={onReload}
          >
            <Icon name="again" />
            {phoneWords.reload}
          </button>
        </div>
      </div>
    </li>
  )
}

function PhoneScreen({ phone, scale }: { phone: Phone; scale: number }) {
  const [isOpen, setOpen] = useState(false)
  const { width, height } = screen
  return (
    <div className="frame">
      <div className="glass" style={{ width: width * scale, height: height * scale }} aria-busy={!isOpen}>
        {!isOpen && <p className="opening">{phoneWords.opening}</p>}
        <iframe
          title={phoneWords.title(phone.name)}
          name={`phone-${phone.persona}`}
          data-persona={phone.persona}
          src={phoneUrl(phone)}
          width={width}
          height={height}
          style={{ transform: `scale(${scale})` }}
          onLoad={() => setOpen(true)}
        />
      </div>
    </div>
  )
}

/** Hands the phone to somebody else. */
function SwapPerson({ phone, personas, onHand }: Pick<PhoneFrameProps, 'phone' | 'personas' | 'onHand'>) {
  return (
    <label className="tool swap">
      <Icon name="people" />
      <span aria-hidden="true">{phoneWords.swap}</span>
      <select
        aria-label={phoneWords.swapLabel(phone.name)}
        value={phone.persona}
        onChange={({ target }) => {
          const persona = personas.find(({ id }) => id === target.value)
          if (persona) onHand(persona)
        }}
      >
        {personas.map(({ id, name, note }) => (
          <option key={id} value={id}>
            {phoneWords.choice(name, note)}
          </option>
        ))}
      </select>
    </label>
  )
}
