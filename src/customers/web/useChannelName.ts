import { useTranslation } from 'react-i18next'
import { isKnownChannel } from '../channels.ts'

/** Gives the name of a channel as the reader's language has it. */
export function useChannelName(): (channel: string) => string {
  const { t } = useTranslation('customers')
  return (channel) => (isKnownChannel(channel) ? t(`channelName.${channel}`) : channel)
}
