export function Setup(_: Record<string, unknown>) { return null; }
