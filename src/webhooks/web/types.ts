import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { queryClient } from '../../platform/web/request/query-client.ts'

export type Endpoint = components['schemas']['Webhook']
export type Delivery = components['schemas']['WebhookDelivery']

export async function refreshWebhooks(): Promise<void> {
  const paths = ['/api/webhooks', '/api/webhooks/{id}/deliveries']
  await Promise.all(paths.map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })))
}
