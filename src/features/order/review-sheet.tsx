import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { SwitchRow } from '@/components/switch-row'
import { TextField } from '@/components/text-field'
import { VoiceRecorder } from '@/components/voice-recorder'
import { orderWords, reviewDimensionNames, reviewTagNames } from '@/copy/order'
import { reviewDimensions, reviewTags, type Review } from '@/domain/order/parts'
import { Stars } from './stars'
import styles from './sheets.module.scss'

type Rating = Omit<Review, 'at' | 'by'>
/** From here on up praise and thanks are asked for; below it they would sound like mockery. */
const leastPraised = 3
const blank: Rating = {
  stars: 0,
  dimensions: {},
  tags: [],
  words: '',
  voice: null,
  thanks: '',
  onWall: false,
}

/** Without the praise and thanks that a low rating takes back; nothing is pinned to a wall where nothing is said. */
function asMeant(rating: Rating, isPraised: boolean): Rating {
  const meant = isPraised ? rating : { ...rating, tags: [], thanks: '' }
  return { ...meant, onWall: meant.onWall && meant.thanks.trim() !== '' }
}

interface ReviewSheetProps {
  isRunning: boolean
  onSubmit: (rating: Rating) => void
  onClose: () => void
}

/** How was it: stars, what was good about it, in words or by voice, and a line for the volunteer to keep. */
export function ReviewSheet({ isRunning, onSubmit, onClose }: ReviewSheetProps) {
  const [rating, setRating] = useState<Rating>(blank)
  const change = (part: Partial<Rating>): void => setRating({ ...rating, ...part })
  const { stars, tags, words } = rating
  const isPraised = stars === 0 || stars >= leastPraised
  const toggle = (tag: Rating['tags'][number]): void =>
    change({ tags: tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag] })
  return (
    <Sheet isOpen title={orderWords.reviewTitle} onClose={onClose}>
      <Stars value={stars} onChange={(next) => change({ stars: next })} />
      {isPraised && (
        <Choices
          isMultiple
          choices={reviewTags.map((tag) => ({ value: tag, label: reviewTagNames[tag] }))}
          isChosen={(tag) => tags.includes(tag)}
          onChoose={toggle}
        />
      )}
      <View className={styles.gap} />
      <TextField
        isMultiline
        label={orderWords.reviewWords}
        value={words}
        maxLength={300}
        onChange={(next) => change({ words: next })}
      />
      <VoiceRecorder voice={rating.voice} onChange={(voice) => change({ voice })} />
      {stars > 0 && <Details rating={rating} isPraised={isPraised} onChange={change} />}
      <View className={styles.gap} />
      <PrimaryButton
        isDisabled={stars === 0}
        isLoading={isRunning}
        onClick={() => onSubmit(asMeant(rating, isPraised))}
      >
        {orderWords.reviewSubmit}
      </PrimaryButton>
    </Sheet>
  )
}

interface DetailsProps {
  rating: Rating
  isPraised: boolean
  onChange: (part: Partial<Rating>) => void
}

/** For those who want to say more: each thing by itself, and thanks. */
function Details({ rating, isPraised, onChange }: DetailsProps) {
  return (
    <View>
      <View className={styles.gap} />
      {isPraised && (
        <TextField
          label={orderWords.thanks}
          value={rating.thanks}
          maxLength={60}
          onChange={(thanks) => onChange({ thanks })}
        />
      )}
      {isPraised && rating.thanks.trim() !== '' && (
        <SwitchRow
          label={orderWords.onWall}
          hint={orderWords.onWallHint}
          isOn={rating.onWall}
          onChange={(onWall) => onChange({ onWall })}
        />
      )}
      <Field label={orderWords.dimensions}>
        {reviewDimensions.map((dimension) => (
          <View key={dimension} className={styles.dimension}>
            <View>{reviewDimensionNames[dimension]}</View>
            <Stars
              isSmall
              value={rating.dimensions[dimension] ?? 0}
              onChange={(value) => onChange({ dimensions: { ...rating.dimensions, [dimension]: value } })}
            />
          </View>
        ))}
      </Field>
    </View>
  )
}
