/** Puts the numbers in an order that depends on the random source alone (Fisher-Yates). */
export function shuffle(numbers: Uint32Array, random: () => number): void {
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = numbers[at] ?? 0;
    numbers[at] = numbers[other] ?? 0;
    numbers[other] = held;
  }
}
