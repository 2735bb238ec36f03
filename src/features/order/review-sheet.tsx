import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { orderWords, reviewTagNames } from '@/copy/order'
import { reviewTags, type Review } from '@/domain/order/schema'
import { Stars } from './stars'
import styles from './sheets.module.scss'
import { View } from '@tarojs/components'

type Rating = Omit<Review, 'at'>

interface ReviewSheetProps {
  isOpen: boolean
  isRunning: boolean
  onSubmit: (rating: Rating) => void
  onClose: () => void
}

/** How was it: stars, what was good about it, and a few words. */
export function ReviewSheet({ isOpen, isRunning, onSubmit, onClose }: ReviewSheetProps) {
  const [rating, setRating] = useState<Rating>({ stars: 0, tags: [], words: '' })
  const { stars, tags, words } = rating
  const toggle = (tag: Rating['tags'][number]): void =>
    setRating({ ...rating, tags: tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag] })
  return (
    <Sheet isOpen={isOpen} title={orderWords.reviewTitle} onClose={onClose}>
      <Stars value={stars} onChange={(next) => setRating({ ...rating, stars: next })} />
      <Choices
        isMultiple
        choices={reviewTags.map((tag) => ({ value: tag, label: reviewTagNames[tag] }))}
        isChosen={(tag) => tags.includes(tag)}
        onChoose={toggle}
      />
      <View className={styles.gap} />
      <TextField
        isMultiline
        label={orderWords.reviewWords}
        value={words}
        maxLength={300}
        onChange={(next) => setRating({ ...rating, words: next })}
      />
      <PrimaryButton isDisabled={stars === 0} isLoading={isRunning} onClick={() => onSubmit(rating)}>
        {orderWords.reviewSubmit}
      </PrimaryButton>
    </Sheet>
  )
}
