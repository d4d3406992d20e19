const EXPONENT = /^[+\u2212-]?\d{1,3}$/;

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, digit) => [String(digit), sign])),
  '+': '⁺',
  '-': '⁻',
  '\u2212': '⁻',
};

/** A raised number in the letters for it, since 10 with a raised 6 must not become 106; null for other words. */
export function asExponent(raised: string): string | null {
  const number = raised.trim();
  return EXPONENT.test(number) ? Array.from(number, (sign) => SUPERSCRIPTS[sign] ?? sign).join('') : null;
}
