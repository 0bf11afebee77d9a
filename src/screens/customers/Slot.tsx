import type { CSSProperties, ReactNode } from 'react'
import classes from './CustomerPage.module.css'

/** The parts of a customer's page in the order of a phone, where all stand below each other: what is needed at the door first. */
const onPhone = [
  'requests',
  'promises',
  'visits',
  'debts',
  'complaints',
  'sales',
  'contacts',
  'stock',
  'tier',
  'lane',
  'responsible',
  'products',
  'coverage',
  'timeline',
  'profile',
  'place',
  'protection',
  'prices',
  'documents',
  'completeness',
  'family',
  'personal',
] as const

/** Where a feature's panel stands; what shows nothing takes no room. */
export function Slot({ of, children }: { of: (typeof onPhone)[number]; children: ReactNode }) {
  return (
    <div className={classes['slot']} style={{ '--on-phone': onPhone.indexOf(of) } as CSSProperties}>
      {children}
    </div>
  )
}
