/** How one is told by mail: not at all, in one letter a day, or within a minute or two. */
export const mailChoices = ['off', 'daily', 'at-once'] as const
