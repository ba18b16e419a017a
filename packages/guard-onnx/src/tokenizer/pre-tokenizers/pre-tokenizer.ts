/**
 * Cuts a piece of text into words, in order.
 *
 * @param isFirst whether the piece begins the text.
 */
export type PreTokenizer = (piece: string, isFirst: boolean) => readonly string[];
