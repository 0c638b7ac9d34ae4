import path from 'node:path';
import express from 'express';
import type { RequestHandler } from 'express';

/** Addresses that are never a page of the console. */
const notPages = /^\/(?:api|twilio|socket\.io|assets)(?:\/|$)/;

/** The page behind a link to one message; it is the same for every token, and asks for the message by itself. */
const letterPage = /^\/m\/[^/]+\/?$/;

/**
 * The built console. Names of assets carry a digest of what is in them, so that a browser may keep them for ever; the page
 * that names them is fetched anew each time. Every other address is a page that the console itself finds its way in.
 */
export function consoleFiles(folder: string): RequestHandler {
  const assets = express.static(folder, { index: false, fallthrough: true, setHeaders: (response, file) => void response.setHeader('Cache-Control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-store') });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    assets(request, response, (error?: unknown) => {
      if (error !== undefined || notPages.test(request.path)) return next(error);
      response.set('Cache-Control', 'no-store');
      const isLetter = letterPage.test(request.path);
      if (isLetter) response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex, nofollow, noarchive' });
      response.sendFile(isLetter ? 'letter.html' : 'index.html', { root: folder, cacheControl: false, etag: false, lastModified: false }, (failure?: Error) => {
        // Without a built console the address is simply not there; a reader who left in the middle needs no answer.
        if (failure && !response.headersSent) next();
      });
    });
  };
}
