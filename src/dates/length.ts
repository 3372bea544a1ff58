import type { LengthUnit } from './vocabulary.ts';

/**
 * A length as an ISO 8601 duration: 72 hours is PT72H, two and a half years P2Y6M, an hour and a
 * half PT1H30M. With `high` it is a range, P5D/P10D. Null for what ISO has no name for.
 */
export function isoDuration(unit: LengthUnit, low: number, high?: number): string | null {
  const first = one(unit, low);
  if (high === undefined || first === null) return first;
  const last = one(unit, high);
  return last === null || high < low ? null : `${first}/${last}`;
}

function one({ designator, factor }: LengthUnit, count: number): string | null {
  const amount = count * factor;
  if (!Number.isFinite(amount) || amount <= 0) return null;
  const whole = Math.floor(amount);
  const rest = amount - whole;
  switch (designator) {
    case 'Y':
      return parts('P', whole, 'Y', Math.round(rest * 12), 'M');
    case 'M':
      return Number.isInteger(amount) ? `P${amount}M` : null;
    case 'W':
      return Number.isInteger(amount) ? `P${amount}W` : `P${amount * 7}D`;
    case 'D':
      return rest === 0 ? `P${amount}D` : `PT${amount * 24}H`;
    case 'TH':
      return parts('PT', whole, 'H', Math.round(rest * 60), 'M');
    case 'TM':
      return parts('PT', whole, 'M', Math.round(rest * 60), 'S');
    case 'TS':
      return `PT${amount}S`;
  }
}

const parts = (start: string, whole: number, unit: string, rest: number, small: string): string =>
  `${start}${whole > 0 ? `${whole}${unit}` : ''}${rest > 0 ? `${rest}${small}` : ''}`;
