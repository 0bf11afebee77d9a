import { type ReactNode, createContext } from 'react'

/** What stands at the right of every page's title where there is no rail: the frame says what. */
export const HeaderTools = createContext<ReactNode>(null)
