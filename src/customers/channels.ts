/** Kinds of outlet that have a word in every language; a company may use others, which are shown as they are. */
export const knownChannels = ['horeca', 'traditional', 'modern', 'kiosk', 'wholesale', 'online'] as const

/** Whether the channel is one that has a word in every language: `customers:channelName.<channel>`. */
export function isKnownChannel(channel: string): boolean {
  return (knownChannels as readonly string[]).includes(channel)
}
