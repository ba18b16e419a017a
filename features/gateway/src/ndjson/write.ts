/** One line of JSON. */
export function writeLine(data: object): string {
  return `${JSON.stringify(data)}\n`;
}
