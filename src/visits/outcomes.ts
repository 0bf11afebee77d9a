/** What came of going there. */
export const outcomes = ['met', 'nobody-there', 'closed', 'turned-away'] as const
