import type { MantineColorsTuple } from '@mantine/core'

/** The accent: the baton's ultramarine, from the palest tint to ink. */
export const baton: MantineColorsTuple = [
  '#eef1fd',
  '#dbe1fa',
  '#b5c0f4',
  '#8d9def',
  '#6c7fe9',
  '#5065de',
  '#3246c8',
  '#2839a8',
  '#1f2d86',
  '#172165',
]

/** Surfaces: stone, a grey with a little warmth, so that the blue reads as ink on paper. */
export const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#eae7e2',
  '#dcd8d1',
  '#c6c1b8',
  '#a39d92',
  '#77716a',
  '#5a554f',
  '#3c3834',
  '#252220',
]

/** The same by night; Mantine takes text from the first and the page from the eighth. */
export const night: MantineColorsTuple = [
  '#dedbd6',
  '#c4c0ba',
  '#a8a39c',
  '#807b75',
  '#4a4642',
  '#3a3734',
  '#2a2826',
  '#1b1a19',
  '#141312',
  '#0d0c0c',
]

/** One colour a person, dark enough for white initials in light and dark, and none of them the accent's. */
export const personColours = [
  '#2b6cb0',
  '#b4442e',
  '#2b7a4b',
  '#7a4fb5',
  '#8f5c00',
  '#0f7680',
  '#b03a78',
  '#5b6b2e',
  '#4c5a69',
  '#8a5a44',
  '#a3374b',
  '#6a4c93',
] as const

export const patterns = ['plain', 'stripes', 'dots', 'bars'] as const
export type Pattern = (typeof patterns)[number]

/** Colour and pattern for a person's number: neighbours differ in both, and 48 people stay apart without colour names. */
export function lookOf(number: number): { colour: string; pattern: Pattern } {
  const n = Math.abs(Math.trunc(number))
  const round = Math.floor(n / personColours.length)
  return {
    colour: personColours[n % personColours.length] ?? personColours[0],
    pattern: patterns[(n + round) % patterns.length] ?? 'plain',
  }
}
