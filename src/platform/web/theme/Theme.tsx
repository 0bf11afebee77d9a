import '@fontsource-variable/figtree/index.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './global.css'
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { theme, variables } from './theme.ts'

const schemes = localStorageColorSchemeManager({ key: 'relevo.colour-scheme' })

/** The look of everything. Inline styles carry the nonce of this page, which the server wrote into it. */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
      getStyleNonce={styleNonce}
    >
      <Notifications position="bottom-left" limit={3} />
      {children}
    </MantineProvider>
  )
}

// The scroll lock below dialogs writes a style too, and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
