export function SlipsPage(_: Record<string, unknown>) { return null; }
