import type { Request, Response } from 'express';
import type { z } from 'zod';
import { DomainError, parseInput } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { Role } from '../contract/primitives.ts';
import { readSessionCookie } from './sessionCookie.ts';
import type { SignedIn, Sessions } from './sessions.ts';

/** As express names its own. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the outside is told of a route; openapi.json is made of this and of nothing else. */
export interface RouteFace {
  method: Method;
  /** As Express writes it, parameters with a colon. */
  path: string;
  summary: string;
  /** Statuses of success; 200 unless told. 204 has no body. */
  status?: number;
  query?: z.ZodType;
  body?: z.ZodType;
  reply?: z.ZodType;
  /** Media types of a reply that is no JSON. */
  replyTypes?: readonly string[];
  /** Refusals of this route, besides those that every route may give. */
  refusals?: readonly ErrorCode[];
}

/** A reply that is no JSON. */
export class RawReply {
  readonly contentType: string;
  readonly body: string | Buffer | ReadableStream<Uint8Array>;
  readonly status: number | undefined;

  constructor(contentType: string, body: string | Buffer | ReadableStream<Uint8Array>, status?: number) {
    this.contentType = contentType;
    this.body = body;
    this.status = status;
  }
}

/** A reply whose status is not the usual one of its route. */
export class StatusReply {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/** What a route is asked, parsed. */
export interface Asked<Q, B> {
  query: Q;
  body: B;
  param: (name: string) => string;
  request: Request;
  response: Response;
}

interface AskedBySomebody<Q, B> extends Asked<Q, B> {
  me: SignedIn;
}

/** A route ready to be served: `answer` gives the reply or throws the refusal. */
export interface Route extends RouteFace {
  roles: readonly Role[] | 'signed-in' | 'anyone';
  answer(request: Request, response: Response, sessions: Sessions): Promise<unknown>;
}

interface Face<Q extends z.ZodType, B extends z.ZodType> extends RouteFace {
  query?: Q;
  body?: B;
}

function parsed<Q extends z.ZodType, B extends z.ZodType>(face: Face<Q, B>, request: Request, response: Response): Asked<z.output<Q>, z.output<B>> {
  return {
    // Without a schema the type parameter is never looked at: there is nothing to read.
    query: (face.query ? parseInput(face.query, request.query) : undefined) as z.output<Q>,
    body: (face.body ? parseInput(face.body, request.body) : undefined) as z.output<B>,
    param(name) {
      const value = request.params[name];
      if (typeof value !== 'string') throw new Error(`the path ${face.path} has no parameter ${name}`);
      return value;
    },
    request,
    response,
  };
}

/** A route for everybody, signed in or not. */
export function openRoute<Q extends z.ZodType, B extends z.ZodType>(face: Face<Q, B>, act: (asked: Asked<z.output<Q>, z.output<B>>) => unknown): Route {
  return { ...face, roles: 'anyone', answer: async (request, response) => act(parsed(face, request, response)) };
}

/** A route for somebody signed in; with `roles`, for these only. Who may not ask learns nothing of what was wrong with the question. */
export function signedInRoute<Q extends z.ZodType, B extends z.ZodType>(
  face: Face<Q, B> & { roles?: readonly Role[] },
  act: (asked: AskedBySomebody<z.output<Q>, z.output<B>>) => unknown,
): Route {
  return {
    ...face,
    roles: face.roles ?? 'signed-in',
    async answer(request, response, sessions) {
      const me = await sessions.resume(readSessionCookie(request.headers.cookie));
      if (face.roles && !face.roles.includes(me.user.role)) throw new DomainError('forbidden', `not for the role ${me.user.role}`);
      return act({ ...parsed(face, request, response), me });
    },
  };
}
