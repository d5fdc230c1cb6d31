// The product's mark: a chair drawn up beside a bed. Never stands for a word.
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="40" height="40" rx="10" />
      <path class="mark-line" d="M8 27V13M8 23h15v4M8 19h10a5 5 0 0 1 5 4M29.5 12v10.5h-4M29.5 22.5V27M25.5 22.5V27" />
    </svg>
  )
}
