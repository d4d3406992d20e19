/** White space, controls and characters that Unicode says to draw as nothing (joiners, marks of direction, fillers). */
const INVISIBLE = String.raw`\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800`;
const VISIBLE = new RegExp(`[^${INVISIBLE}]`, 'u');

/** True when the text holds at least one character that leaves ink on the screen. Lone surrogates do. */
export function hasVisibleCharacter(text: string): boolean {
  return VISIBLE.test(text);
}
