import { TextField } from '@/components/text-field'
import { chat } from '@/copy/chat'

/** For those who have more groups than are shown at once. */
export const GroupSearch = ({ search, onSearch }: { search: string; onSearch: (words: string) => void }) => (
  <TextField
    label={chat.searchGroups}
    placeholder={chat.searchGroupsHint}
    value={search}
    maxLength={20}
    onChange={onSearch}
  />
)
