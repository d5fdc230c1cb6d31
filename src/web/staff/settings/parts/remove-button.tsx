// Takes a line out of a list that is being changed. Its label says which.
import { CrossIcon } from '../../../ui/icon/signs.tsx'

export function RemoveButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" class="remove-line" aria-label={label} onClick={onPress}>
      <CrossIcon size={20} />
    </button>
  )
}
