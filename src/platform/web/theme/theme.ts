import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { baton, night, stone } from './colours.ts'

const family = [
  "'Figtree Variable'",
  'system-ui',
  "'PingFang SC'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Noto Sans SC'",
  'sans-serif',
].join(', ')

/** Calm and dense: a 4-px grid, one family, one accent, hairlines instead of shadows. */
export const theme = createTheme({
  primaryColor: 'baton',
  // White on it can be read in both: what a button writes is reckoned from the light one.
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  colors: { baton, gray: stone, dark: night },
  black: '#252220',
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontFamily: family,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  components: {
    Skeleton: { defaultProps: { radius: 'sm' } },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: false } },
    },
    Paper: { defaultProps: { withBorder: true, radius: 'md' } },
    Modal: { defaultProps: { centered: true, radius: 'md' } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
})

/** By night a light surface is lighter than the page: Mantine's own, half of the darkest shade, is lost on it. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: {
    '--mantine-color-baton-light': 'var(--mantine-color-baton-8)',
    '--mantine-color-baton-light-hover': 'var(--mantine-color-baton-7)',
    '--mantine-color-gray-light': 'var(--mantine-color-dark-5)',
    '--mantine-color-gray-light-hover': 'var(--mantine-color-dark-4)',
  },
})
