import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photo-picker'
import { SwitchRow } from '@/components/switch-row'
import { TextField } from '@/components/text-field'
import { orderFormWords } from '@/copy/pages'
import { serviceExamples } from '@/copy/services'
import { whenChoices } from '@/copy/time'
import type { Membership } from '@/domain/account/schema'
import { problemsOf } from '@/features/order/draft'
import type { DraftState } from '@/features/order/use-draft'
import { ServiceQuestion } from './service-question'

const sameWindow = (a: { from: number } | null, b: { from: number } | null): boolean => a?.from === b?.from

interface Given {
  state: DraftState
  homes: readonly Membership[]
  now: number
  /** Say what is wrong; not before someone has tried to go on. */
  isStrict: boolean
}

export interface Question {
  key: 'service' | 'text' | 'when' | 'home' | 'photos' | 'more'
  node: ReactNode
  isAnswered: boolean
}

/** The questions of an order, one after the other: all on one page, or one a page in elder mode. */
export function questionsOf({ state: { draft, change }, homes, now, isStrict }: Given): Question[] {
  const problems = problemsOf(draft)
  const wrong = (field: (typeof problems)[number]): boolean => problems.includes(field)
  return [
    {
      key: 'service',
      isAnswered: true,
      node: <ServiceQuestion value={draft.service} onChange={(service) => change({ service })} />,
    },
    {
      key: 'text',
      isAnswered: !wrong('text'),
      node: (
        <TextField
          isMultiline
          id="order-text"
          label={orderFormWords.text}
          value={draft.text}
          placeholder={serviceExamples[draft.service]}
          hint={orderFormWords.textHint}
          error={isStrict && wrong('text') ? orderFormWords.textShort : undefined}
          maxLength={500}
          onChange={(text) => change({ text })}
        />
      ),
    },
    {
      key: 'when',
      isAnswered: true,
      node: (
        <Field label={orderFormWords.when}>
          <Choices
            choices={whenChoices(now).map(({ label, window }) => ({ label, value: window }))}
            isChosen={(window) => sameWindow(window, draft.window)}
            onChoose={(window) => change({ window })}
          />
        </Field>
      ),
    },
    {
      key: 'home',
      isAnswered: !wrong('home'),
      node: (
        <Field label={orderFormWords.home}>
          <Choices
            choices={homes.map(({ areaPath, areaName, roomNumber }) => ({
              value: areaPath,
              label: `${areaName} ${roomNumber}`,
            }))}
            isChosen={(homePath) => homePath === draft.homePath}
            onChoose={(homePath) => change({ homePath })}
          />
        </Field>
      ),
    },
    {
      key: 'photos',
      isAnswered: true,
      node: (
        <Field label={orderFormWords.photos}>
          <PhotoPicker fileIds={draft.photoFileIds} onChange={(photoFileIds) => change({ photoFileIds })} />
        </Field>
      ),
    },
    {
      key: 'more',
      isAnswered: !wrong('phone'),
      node: (
        <View>
          <Field label="">
            <SwitchRow
              label={orderFormWords.urgent}
              hint={orderFormWords.urgentHint}
              isOn={draft.urgent}
              onChange={(urgent) => change({ urgent })}
            />
          </Field>
          <TextField
            id="order-phone"
            label={orderFormWords.phone}
            type="number"
            value={draft.phone}
            maxLength={11}
            hint={orderFormWords.phoneHint}
            error={isStrict && wrong('phone') ? orderFormWords.phoneWrong : undefined}
            onChange={(phone) => change({ phone })}
          />
        </View>
      ),
    },
  ]
}
