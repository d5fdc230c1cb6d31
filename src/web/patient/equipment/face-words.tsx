// "Is my face in the picture?", answered in words by the framing coach's eyes. Fetched, with its program, when it is asked.
import { useEffect, useState } from 'preact/hooks'
import { type FaceAnswer, faceAnswer } from '#domain/face-place'
import { words } from '#text/face'
import { openPoser } from '../../coach/pose.ts'
import { later } from '../../kit/later.ts'
import { Button } from '../../ui/button/button.tsx'

export interface FaceWordsProps {
  camera: MediaStreamTrack | null
}

type Answer = FaceAnswer | 'looking' | 'unable'

/** While the camera gives nothing it is asked so often, and so far apart (ms). */
const LOOKS = 10
const APART_MS = 300

async function look(camera: MediaStreamTrack | null): Promise<FaceAnswer> {
  const eyes = await openPoser(() => camera)
  try {
    for (let looks = 0; looks < LOOKS; looks++) {
      const seen = await eyes.find()
      if (seen) return faceAnswer(seen)
      await new Promise<void>((resolve) => later(resolve, APART_MS))
    }
  } finally {
    eyes.close()
  }
  throw new Error('no picture came')
}

export function FaceWords({ camera }: FaceWordsProps) {
  const [answer, setAnswer] = useState<Answer>('looking')
  const [times, setTimes] = useState(0)
  useEffect(() => {
    let here = true
    const say = (next: Answer) => {
      if (here) setAnswer(next)
    }
    say('looking')
    look(camera).then(say, () => say('unable'))
    return () => {
      here = false
    }
  }, [camera, times])
  return (
    <div class="face-words">
      <p class="face-words-answer">
        {answer === 'looking' ? words.looking : answer === 'unable' ? words.unable : words.say(answer)}
      </p>
      <p class="soft small">{words.private}</p>
      {typeof answer === 'object' && (
        <Button kind="secondary" onPress={() => setTimes(times + 1)}>
          {words.again}
        </Button>
      )}
    </div>
  )
}
