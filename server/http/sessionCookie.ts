const cookieName = 'three_rings_session';
/** 32 bytes in base64url. */
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** The token that the browser carries; null when there is none or it cannot be one of ours. */
export function readSessionCookie(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName && value !== undefined && tokenShape.test(value)) return value;
  }
  return null;
}

/**
 * The Set-Cookie of a fresh session. No Max-Age: the server alone knows the end, which also slides while only the live
 * connection is used; a cookie with an age of its own would sign an agent out at a reload in the middle of a shift.
 * Strict: the console's page needs no cookie to load, and its requests and its socket are same-site.
 */
export function sessionCookie(token: string, secure: boolean): string {
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The Set-Cookie that takes it away. */
export function noSessionCookie(secure: boolean): string {
  return `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure ? '; Secure' : ''}`;
}
