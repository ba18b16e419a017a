/** Header, payload and signature of a JSON Web Token, each in base64url (RFC 7519); the first two tell already. */
const FORM = /^eyJ[A-Za-z0-9_-]{8,400}\.eyJ[A-Za-z0-9_-]{2,4000}(?:\.[A-Za-z0-9_-]{1,1000})?/;
const HEADER_MAX = 400;

/** How long the JSON Web Token is that a piece of text begins with; 0 where its header is none. */
export function webTokenLength(text: string): number {
  const seen = FORM.exec(text)?.[0];
  if (seen === undefined) return 0;
  const header = seen.slice(0, seen.indexOf('.'));
  return header.length <= HEADER_MAX && isHeader(header) ? seen.length : 0;
}

function isHeader(encoded: string): boolean {
  try {
    const header: unknown = JSON.parse(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch (fault) {
    // Neither base64 nor JSON: the run only looks like a token.
    if (fault instanceof SyntaxError || fault instanceof DOMException) return false;
    throw fault;
  }
}
