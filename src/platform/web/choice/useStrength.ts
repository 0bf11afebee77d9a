import { useDeferredValue, useEffect, useState } from 'react'
import { leastLength, mostLength } from '../../password-strength.ts'

type Strength = {
  word: 'tooShort' | 'tooLong' | 'weak' | 'fair' | 'good' | 'strong' | 'checking'
  percent: number
  colour: string
}
type Score = (password: string, about: readonly string[]) => number

let loading: Promise<Score> | null = null

/** The dictionaries are large and come only when somebody chooses a password. */
function loadScore(): Promise<Score> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) => {
      const checker = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs })
      return (password, about) => checker.check(password, [...about]).score
    },
  )
  return loading
}

/** How strong a password is, told as one types. */
export function useStrength(password: string, about: readonly string[]): Strength {
  const [score, setScore] = useState<Score | null>(null)
  const wanted = password !== ''
  useEffect(() => {
    if (wanted) void loadScore().then((found) => setScore(() => found))
  }, [wanted])
  const settled = useDeferredValue(password)
  if (settled.length < leastLength) return { word: 'tooShort', percent: settled.length * 3, colour: 'red' }
  if (settled.length > mostLength) return { word: 'tooLong', percent: 30, colour: 'red' }
  if (score === null) return { word: 'checking', percent: 40, colour: 'gray' }
  return ofScore(score(settled, about))
}

function ofScore(score: number): Strength {
  if (score >= 4) return { word: 'strong', percent: 100, colour: 'teal' }
  if (score === 3) return { word: 'good', percent: 75, colour: 'teal' }
  return score === 2
    ? { word: 'fair', percent: 50, colour: 'yellow' }
    : { word: 'weak', percent: 33, colour: 'red' }
}
