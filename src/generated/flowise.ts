// Generated from openapi/flowise.yaml by `npm run types`. Do not edit: change that file.
import type { EventStreamOf } from '../wire/event-stream.ts'
import { createEventReader, type ReadEvents } from '../wire/read-events.ts'

/** Every path with its operations: what `openapi-fetch` and its like take. */
export interface paths {
    "/prediction/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to a flow
         * @description Runs a flow once. Answers when the run is over or waits for a person, or, with `streaming`, at once with its events. A flow that cannot stream answers as if
         *     `streaming` had not been said: ask `checkStreaming` first, or look at the content type. A run that waits for a person is a 200 with an `action`; the same
         *     operation resumes it, with the same `chatId` and a `humanInput`. A run whose caller leaves goes on to its end. Streams are told apart by `chatId`
         *     alone: of two at a time with one `chatId`, only the later one gets events.
         */
        post: operations["createPrediction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatmessage/abort/{chatflowid}/{chatid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask the run of a chat to stop
         * @description Leaves the wish to stop and answers at once, the same for every flow and chat, known or not, running or not. An agentflow ends as `ERROR` when a model was at work, else as `TERMINATED` before
         *     its next node; the caller of its prediction gets an error. Legacy agents end before their next agent, without an error. A plain chatflow does not notice.
         */
        put: operations["abortPrediction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatflows-streaming/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether a flow can stream
         * @description Agentflows and legacy agents can, unless their answers are processed afterwards. A chatflow can when it ends in a chain, an agent or an engine that streams, its model may stream, and no output
         *     parser comes after it. Answers for flows that are bound to a key as well.
         */
        get: operations["checkStreaming"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public-chatbotConfig/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how the chat window of a flow shall look
         * @description The settings of the chat window, what may be uploaded, and the graph of the flow without its secrets.
         */
        get: operations["getPublicChatbotConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatflows-uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what may be uploaded to a flow
         * @description Whether the flow takes speech, images and files, and which.
         */
        get: operations["getUploadsConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{chatflowId}/{chatId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn files into text for a chat
         * @description Stores files with a chat and answers what they say, in the order of the form. The text may then go into `uploads` of a prediction, with type `file:full`. The flow has to allow uploads of
         *     whole files, and the type of each file; the ending of its name has to fit the type.
         */
        post: operations["createAttachments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/get-upload-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file of a chat
         * @description The bytes of a file that was uploaded to a chat, or that a run left there.
         */
        get: operations["getUploadedFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List executions, last changed first
         * @description One page of the records of agentflow runs, each with its flow. A record is there as soon as its run begins. With `sessionId` it finds the run of a stream, whose events do not carry the id
         *     of the execution.
         */
        get: operations["listExecutions"];
        put?: never;
        post?: never;
        /**
         * Delete executions
         * @description Deletes the records of several runs. Unknown ids are passed over. The messages of the runs stay.
         */
        delete: operations["deleteExecutions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one execution
         * @description The record of one run of an agentflow. While the run goes on, what its nodes did is written after each round of an iteration only.
         */
        get: operations["getExecution"];
        /**
         * Share an execution, or stop sharing it
         * @description Changes the record of a run. Meant for `isPublic`, which lets everybody read the record who has its id.
         */
        put: operations["updateExecution"];
        post?: never;
        /**
         * Delete one execution
         * @description Deletes the record of one run. The messages of the run stay.
         */
        delete: operations["deleteExecution"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public-executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an execution that is shared
         * @description The record of a run, for everybody, if it is shared. The ids of credentials are left out.
         */
        get: operations["getPublicExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chatmessage/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a flow
         * @description What was said in the chats of a flow, by people and by the flow, oldest first unless told otherwise.
         */
        get: operations["listChatMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what one thinks of an answer
         * @description Stores a rating, a comment or both for a message. The chat and the flow follow from the message; when they are sent, they have to fit it.
         */
        post: operations["createFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the feedback on a flow
         * @description What people thought of the answers of a flow, oldest first unless told otherwise.
         */
        get: operations["listFeedback"];
        /**
         * Change a feedback
         * @description Changes the rating or the comment of a feedback.
         */
        put: operations["updateFeedback"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave an address in a chat
         * @description Stores who talks to a flow. Nothing is checked, and what is not a field of a lead is passed over.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the leads of a flow
         * @description Who left an address in the chats of a flow.
         */
        get: operations["listLeads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/vector/upsert/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill the vector store of a flow
         * @description Reads the documents of a flow, or those that are sent, and stores their vectors. With several vector stores in the flow, `stopNodeId` says which one is meant.
         */
        post: operations["upsertVectors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the server is there
         * @description Says pong. Needs no key.
         */
        get: operations["ping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask which version the server is
         * @description Says which release of Flowise answers. Needs no key.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** What the API calls by itself. */
export type webhooks = Record<string, never>;
/** Everything that has a name in the document. */
export interface components {
    schemas: {
        /**
         * @description What went wrong, in the form of the documents or in that of the server.
         * @example {
         *       "error": "Chatflow not found. Please verify the chatflow ID."
         *     }
         * @example {
         *       "statusCode": 404,
         *       "success": false,
         *       "message": "Chatflow 00000000-0000-4000-8000-000000000000 not found in the database!",
         *       "stack": {}
         *     }
         */
        Refusal: components["schemas"]["ErrorText"] | components["schemas"]["Fault"];
        /**
         * @description What went wrong, as the documents show it, and as the check of keys says it.
         * @example {
         *       "error": "Unauthorized Access"
         *     }
         */
        ErrorText: {
            /** @description What went wrong, for people. */
            error: string;
        };
        /**
         * @description What went wrong, as the server says it everywhere but where it checks keys.
         * @example {
         *       "statusCode": 400,
         *       "success": false,
         *       "message": "Message ID is required",
         *       "stack": {}
         *     }
         */
        Fault: {
            /** @description The HTTP status. */
            statusCode: number;
            /**
             * @description Always false.
             * @constant
             */
            success: false;
            /** @description What went wrong, for people. Mostly the place in the server, a dash, and the reason. */
            message: string;
            /** @description Empty; a text on servers that run for development. */
            stack: Record<string, unknown> | string;
        };
        /**
         * @description A refusal with status 400.
         * @example {
         *       "statusCode": 400,
         *       "success": false,
         *       "message": "Message ID is required",
         *       "stack": {}
         *     }
         */
        BadRequestFault: components["schemas"]["Fault"] & {
            /**
             * @description The HTTP status.
             * @constant
             */
            statusCode: 400;
        };
        /**
         * @description A refusal with status 404.
         * @example {
         *       "statusCode": 404,
         *       "success": false,
         *       "message": "Message with ID 00000000-0000-4000-8000-000000000000 not found",
         *       "stack": {}
         *     }
         */
        NotFoundFault: components["schemas"]["Fault"] & {
            /**
             * @description The HTTP status.
             * @constant
             */
            statusCode: 404;
        };
        /**
         * @description A failure with status 500, which is also how most refusals come.
         * @example {
         *       "statusCode": 500,
         *       "success": false,
         *       "message": "File notes.txt not found",
         *       "stack": {}
         *     }
         */
        ServerFault: components["schemas"]["Fault"] & {
            /**
             * @description The HTTP status.
             * @constant
             */
            statusCode: 500;
        };
        /**
         * @description What the check of permissions says.
         * @example {
         *       "message": "Forbidden"
         *     }
         */
        PermissionText: {
            /** @description What is missing. */
            message: string;
        };
        /**
         * @description What to run a flow with: a question, a form for agentflows that start with one, or an answer to an agentflow that waits. A question and a filled form exclude each other. Unknown fields are passed over; those for
         *     evaluations and webhooks are for the product's own use.
         * @example {
         *       "question": "When is the museum open?",
         *       "streaming": true,
         *       "chatId": "visit-17"
         *     }
         * @example {
         *       "chatId": "refund-77",
         *       "humanInput": {
         *         "type": "proceed"
         *       }
         *     }
         */
        PredictionRequest: {
            /** @description The message. It comes back in the answer. */
            question?: string;
            /** @description Values of the form, by field. They come back in the answer. */
            form?: {
                [key: string]: unknown;
            };
            /**
             * @description Whether to answer with events, if the flow can.
             * @default false
             * @enum {unknown}
             */
            streaming?: true | false | "true" | "false";
            /** @description The chat that the message belongs to, any text; a new one is made up when it is missing. Without it, the session of `overrideConfig` names the chat. */
            chatId?: string;
            /** @description Passed over at this place; it counts inside `overrideConfig`. */
            sessionId?: string;
            overrideConfig?: components["schemas"]["OverrideConfig"];
            /** @description Earlier messages, oldest first, that go before what the flow remembers. */
            history?: components["schemas"]["HistoryMessage"][];
            /** @description What is sent along with the message. */
            uploads?: components["schemas"]["Upload"][];
            humanInput?: components["schemas"]["HumanInput"];
            /** @description The `action` of legacy agents that wait, to go on with it. */
            action?: {
                [key: string]: unknown;
            };
            /** @description Address of the person, kept with the message. */
            leadEmail?: string;
        } & (unknown | unknown | unknown);
        /**
         * @description A message with files. All other fields are texts. When there is a file, they count as overrides of the flow, of which `vars` is read as JSON.
         * @example {
         *       "question": "What does the note say?",
         *       "files": [
         *         "Dogs must stay outside."
         *       ]
         *     }
         */
        PredictionForm: {
            /** @description The message. */
            question: string;
            /** @description The files. */
            files?: Blob[];
            /**
             * @description Whether to answer with events, if the flow can.
             * @default false
             */
            streaming?: boolean;
            /** @description The chat that the message belongs to. */
            chatId?: string;
            /** @description The session; counts only when there is a file. */
            sessionId?: string;
            /** @description Variables of the flow as JSON; counts only when there is a file. */
            vars?: string;
            /** @description Overrides of the flow as JSON. */
            overrideConfig?: string;
            /** @description Earlier messages as JSON. */
            history?: string;
            /** @description What a person decided, as JSON. */
            humanInput?: string;
            /** @description Address of the person, kept with the message. */
            leadEmail?: string;
        };
        /**
         * @description A message as the fields of a form without files.
         * @example {
         *       "question": "When is the museum open?"
         *     }
         */
        PredictionFields: {
            /** @description The message. */
            question: string;
            /**
             * @description Whether to answer with events, if the flow can.
             * @default false
             */
            streaming?: boolean;
            /** @description The chat that the message belongs to. */
            chatId?: string;
        };
        /**
         * @description Inputs of nodes, by name, and what else a run shall differ in. Inputs are changed only where the settings of the flow allow it, and are passed over elsewhere.
         * @example {
         *       "sessionId": "visitor-ada",
         *       "vars": {
         *         "language": "English"
         *       }
         *     }
         */
        OverrideConfig: {
            /** @description The session that the flow remembers by. Counts always; a chatflow refuses what is no text with a 500. */
            sessionId?: string;
            /** @description Values of variables, by name. */
            vars?: {
                [key: string]: unknown;
            };
            /** @description What the state of an agentflow begins with, as an object or a list of keys and values. */
            startState?: Record<string, unknown> | unknown[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description One earlier message.
         * @example {
         *       "role": "userMessage",
         *       "content": "When is the museum open?"
         *     }
         */
        HistoryMessage: {
            /**
             * @description Who said it.
             * @enum {string}
             */
            role: "apiMessage" | "userMessage";
            /** @description What was said. */
            content: string;
        };
        /**
         * @description One thing that is sent along. For files and recordings the ending of the name has to fit the media type.
         * @example {
         *       "type": "file:full",
         *       "name": "notes.txt",
         *       "data": "Dogs must stay outside.",
         *       "mime": "text/plain"
         *     }
         * @example {
         *       "type": "file",
         *       "name": "dot.png",
         *       "data": "data:image/png;base64,iVBORw0KGgo=",
         *       "mime": "image/png"
         *     }
         */
        Upload: {
            /**
             * @description What it is.
             * @enum {string}
             */
            type: "file" | "file:rag" | "file:full" | "audio" | "url";
            /** @description Name of the file. */
            name: string;
            /** @description A data URI; for `url` the address, and for `file:full` the text itself, as `createAttachments` answers it. */
            data?: string;
            /** @description Media type. Recordings of a known type are turned into the question where the flow is set up for it. */
            mime: string;
        };
        /**
         * @description What a person decided, for an agentflow that waits.
         * @example {
         *       "type": "proceed",
         *       "startNodeId": "humanInputAgentflow_0",
         *       "feedback": "Go ahead"
         *     }
         */
        HumanInput: {
            /**
             * @description The decision.
             * @enum {string}
             */
            type: "proceed" | "reject";
            /** @description Node that waits; the one that stopped last when it is missing. */
            startNodeId?: string;
            /** @description What the person adds, where the node asks for it. */
            feedback?: string;
        };
        /**
         * @description What a flow answers when no events were asked for. Which of the forms it is depends on the kind of the flow.
         * @example {
         *       "text": "The museum opens at ten and closes at six.",
         *       "question": "When is the museum open?",
         *       "chatId": "visit-17",
         *       "chatMessageId": "0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01",
         *       "isStreamValid": false
         *     }
         */
        PredictionAnswer: components["schemas"]["AgentflowAnswer"] | components["schemas"]["LegacyAgentsAnswer"] | components["schemas"]["ChatflowAnswer"];
        /**
         * @description What a chatflow or an assistant answers. More keys may come from its last node.
         * @example {
         *       "text": "The museum opens at ten and closes at six.",
         *       "question": "When is the museum open?",
         *       "chatId": "visit-17",
         *       "chatMessageId": "0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01",
         *       "isStreamValid": false,
         *       "sessionId": "visit-17",
         *       "memoryType": "Buffer Memory"
         *     }
         */
        ChatflowAnswer: {
            /** @description The answer, unless it is `json`. */
            text?: string;
            /** @description The answer, where an output parser made an object of it. */
            json?: {
                [key: string]: unknown;
            };
            question?: components["schemas"]["EchoedQuestion"];
            chatId: components["schemas"]["ChatId"];
            chatMessageId: components["schemas"]["MessageId"];
            sessionId?: components["schemas"]["SessionId"];
            /** @description Label of the memory, where the flow has one. */
            memoryType?: string;
            /** @description Whether the flow streamed; false in every answer of this form. */
            isStreamValid?: boolean;
            /** @description Documents that the answer draws on. */
            sourceDocuments?: components["schemas"]["SourceDocument"][];
            /** @description Tools that ran. */
            usedTools?: components["schemas"]["UsedTool"][];
            /** @description Things that were made on the way. */
            artifacts?: components["schemas"]["Artifact"][];
            /** @description Files that the answer speaks of; from assistants of OpenAI. */
            fileAnnotations?: components["schemas"]["FileAnnotation"][];
            assistant?: components["schemas"]["AssistantRun"];
            followUpPrompts?: components["schemas"]["FollowUpPrompts"];
            /** @description Variables that the flow shows. */
            flowVariables?: {
                [key: string]: unknown;
            };
            /** @description Measurements; in evaluations only. */
            metrics?: unknown;
        };
        /**
         * @description What an agentflow of version 2 answers. Tools, documents and artifacts stand with the nodes that they belong to.
         * @example {
         *       "text": "Order 77 left on Monday.",
         *       "question": "Where is order 77?",
         *       "chatId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f",
         *       "chatMessageId": "d2b0c1a4-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
         *       "executionId": "0c5a7b1e-4d92-4f36-a8e1-5b7d9f3c2e60",
         *       "agentFlowExecutedData": [
         *         {
         *           "nodeId": "startAgentflow_0",
         *           "nodeLabel": "Start",
         *           "data": {
         *             "id": "startAgentflow_0",
         *             "name": "startAgentflow",
         *             "input": {
         *               "question": "Where is order 77?"
         *             },
         *             "output": {
         *               "question": "Where is order 77?"
         *             },
         *             "state": {}
         *           },
         *           "previousNodeIds": [],
         *           "status": "FINISHED"
         *         },
         *         {
         *           "nodeId": "agentAgentflow_0",
         *           "nodeLabel": "Order agent",
         *           "data": {
         *             "id": "agentAgentflow_0",
         *             "name": "agentAgentflow",
         *             "input": {
         *               "messages": [
         *                 {
         *                   "role": "user",
         *                   "content": "Where is order 77?"
         *                 }
         *               ]
         *             },
         *             "output": {
         *               "content": "Order 77 left on Monday.",
         *               "timeMetadata": {
         *                 "start": 1790000000123,
         *                 "end": 1790000001990,
         *                 "delta": 1867
         *               },
         *               "calledTools": [],
         *               "usageMetadata": {
         *                 "input_tokens": 212,
         *                 "output_tokens": 9,
         *                 "total_tokens": 221,
         *                 "input_token_details": {},
         *                 "output_token_details": {}
         *               },
         *               "responseMetadata": {
         *                 "finish_reason": "stop"
         *               },
         *               "usedTools": [
         *                 {
         *                   "tool": "order_lookup",
         *                   "toolInput": {
         *                     "order": "77"
         *                   },
         *                   "toolOutput": "{\"status\":\"shipped\",\"day\":\"Monday\"}"
         *                 }
         *               ],
         *               "availableTools": [
         *                 {
         *                   "name": "order_lookup",
         *                   "description": "Finds an order."
         *                 }
         *               ]
         *             },
         *             "state": {},
         *             "chatHistory": [
         *               {
         *                 "role": "user",
         *                 "content": "Where is order 77?"
         *               },
         *               {
         *                 "role": "user",
         *                 "content": "Order 77 left on Monday.",
         *                 "name": "order_agent"
         *               }
         *             ]
         *           },
         *           "previousNodeIds": [
         *             "startAgentflow_0"
         *           ],
         *           "status": "FINISHED"
         *         }
         *       ],
         *       "sessionId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f"
         *     }
         */
        AgentflowAnswer: {
            /** @description The answer; one space where the last node has none, and the question to the person where the flow waits. */
            text: string;
            question?: components["schemas"]["EchoedQuestion"];
            /** @description The form, when one was sent. */
            form?: {
                [key: string]: unknown;
            };
            chatId: components["schemas"]["ChatId"];
            chatMessageId: components["schemas"]["MessageId"];
            /**
             * Format: uuid
             * @description Id of the execution. The same after a resumption.
             */
            executionId: string;
            /** @description The nodes that ran, in their order; one that ran again stands there again. */
            agentFlowExecutedData: components["schemas"]["ExecutedNode"][];
            action?: components["schemas"]["Action"];
            sessionId?: components["schemas"]["SessionId"];
            followUpPrompts?: components["schemas"]["FollowUpPrompts"];
        };
        /**
         * @description What agents of the first version answer. Tools, documents and artifacts stand in `agentReasoning`.
         * @example {
         *       "text": "The order is on its way.",
         *       "question": "Where is order 77?",
         *       "chatId": "clerk-5",
         *       "chatMessageId": "5e4d3c2b-1a09-4f8e-8d7c-6b5a49382716",
         *       "sessionId": "clerk-5",
         *       "agentReasoning": [
         *         {
         *           "agentName": "Clerk",
         *           "messages": [
         *             "The order is on its way."
         *           ],
         *           "usedTools": [
         *             null
         *           ],
         *           "sourceDocuments": [
         *             null
         *           ],
         *           "artifacts": [
         *             null
         *           ],
         *           "state": {},
         *           "nodeName": "seqAgent",
         *           "nodeId": "seqAgent_0"
         *         }
         *       ]
         *     }
         */
        LegacyAgentsAnswer: {
            /** @description The answer. */
            text: string;
            question?: components["schemas"]["EchoedQuestion"];
            chatId: components["schemas"]["ChatId"];
            chatMessageId: components["schemas"]["MessageId"];
            sessionId?: components["schemas"]["SessionId"];
            /** @description Label of the memory, where the flow has one. */
            memoryType?: string;
            /** @description What the agents did, in their order. */
            agentReasoning: components["schemas"]["AgentReasoning"][];
            action?: components["schemas"]["Action"];
            /** @description Variables that the flow shows. */
            flowVariables?: {
                [key: string]: unknown;
            };
            followUpPrompts?: components["schemas"]["FollowUpPrompts"];
        };
        /**
         * @description The question as it was sent; missing when none was.
         * @example When is the museum open?
         */
        EchoedQuestion: string;
        /**
         * @description The chat. That of the request, else its session, else a new UUID.
         * @example visit-17
         */
        ChatId: string;
        /**
         * @description The session. That of `overrideConfig`, else one that the memory of a chatflow is set to, else the chat. Missing when it is empty.
         * @example visit-17
         */
        SessionId: string;
        /**
         * Format: uuid
         * @description Id of the answer among the messages of the chat.
         * @example 0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01
         */
        MessageId: string;
        /**
         * @description Questions that the person may ask next, where the flow is set up for it. In an answer it takes two parsings as JSON to get the list of texts, in events one.
         * @example "[\"And on Sundays?\"]"
         * @example ["And on Sundays?"]
         */
        FollowUpPrompts: string;
        /**
         * @description A document that an answer draws on.
         * @example {
         *       "pageContent": "Open daily from ten to six.",
         *       "metadata": {
         *         "source": "hours.md",
         *         "loc": {
         *           "lines": {
         *             "from": 3,
         *             "to": 4
         *           }
         *         }
         *       }
         *     }
         */
        SourceDocument: {
            /** @description The text. */
            pageContent: string;
            /** @description Where it comes from. */
            metadata: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A tool that ran.
         * @example {
         *       "tool": "order_lookup",
         *       "toolInput": {
         *         "order": "77"
         *       },
         *       "toolOutput": "{\"status\":\"shipped\",\"day\":\"Monday\"}"
         *     }
         */
        UsedTool: {
            /** @description Name of the tool. */
            tool: string;
            /** @description What it was given. */
            toolInput: {
                [key: string]: unknown;
            };
            /** @description What it answered. */
            toolOutput: string | {
                [key: string]: unknown;
            };
            /** @description Documents that it found. */
            sourceDocuments?: {
                [key: string]: unknown;
            }[];
            /** @description Why it failed. */
            error?: string;
        };
        /**
         * @description A tool that the model wants to run.
         * @example {
         *       "tool": "order_lookup",
         *       "toolInput": {
         *         "order": "77"
         *       },
         *       "toolOutput": ""
         *     }
         */
        CalledTool: {
            /** @description Name of the tool. */
            tool: string;
            /** @description What it shall be given. */
            toolInput: {
                [key: string]: unknown;
            };
            /**
             * @description Empty.
             * @constant
             */
            toolOutput: "";
        };
        /**
         * @description Something that was made on the way, such as an image.
         * @example {
         *       "type": "png",
         *       "data": "FILE-STORAGE::chart.png"
         *     }
         */
        Artifact: {
            [key: string]: unknown;
        };
        /**
         * @description A file that an answer speaks of.
         * @example {
         *       "filePath": "charts/visitors.png",
         *       "fileName": "visitors.png"
         *     }
         */
        FileAnnotation: {
            /** @description Where the file is. */
            filePath: string;
            /** @description Its name. */
            fileName: string;
        };
        /**
         * @description What an assistant of OpenAI did.
         * @example {
         *       "assistantId": "asst_1",
         *       "threadId": "thread_1",
         *       "runId": "run_1",
         *       "messages": []
         *     }
         */
        AssistantRun: {
            /** @description Id of the assistant. */
            assistantId?: string;
            /** @description Id of the thread, which is the session, too. */
            threadId?: string;
            /** @description Id of the run. */
            runId?: unknown;
            /** @description Messages of the thread. */
            messages?: unknown;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What a flow that waits lets a person do.
         * @example {
         *       "id": "7692f4ec-332e-4375-a62f-e27bdbb073c7",
         *       "mapping": {
         *         "approve": "Proceed",
         *         "reject": "Reject"
         *       },
         *       "elements": [
         *         {
         *           "type": "agentflowv2-approve-button",
         *           "label": "Proceed"
         *         },
         *         {
         *           "type": "agentflowv2-reject-button",
         *           "label": "Reject"
         *         }
         *       ],
         *       "data": {
         *         "nodeId": "humanInputAgentflow_0",
         *         "nodeLabel": "Approval",
         *         "input": {
         *           "messages": [
         *             {
         *               "role": "user",
         *               "content": "Refund order 77"
         *             }
         *           ],
         *           "humanInputEnableFeedback": true
         *         }
         *       }
         *     }
         */
        Action: {
            /**
             * Format: uuid
             * @description Id of the action.
             */
            id: string;
            /** @description What the choices are called. */
            mapping: {
                /** @description The choice to go on. */
                approve: string;
                /** @description The choice not to. */
                reject: string;
                /** @description Tools that wait to run; from legacy agents. */
                toolCalls?: {
                    [key: string]: unknown;
                }[];
            };
            /** @description The buttons. */
            elements: {
                /**
                 * @description What it does.
                 * @enum {string}
                 */
                type: "agentflowv2-approve-button" | "agentflowv2-reject-button" | "approve-button" | "reject-button";
                /** @description What stands on it. */
                label: string;
            }[];
            /** @description The node that waits; from agentflows. */
            data?: {
                /** @description Id of the node. */
                nodeId: string;
                /** @description What it is called in the flow. */
                nodeLabel: string;
                /** @description What it was given, such as the `messages` so far. */
                input: {
                    [key: string]: unknown;
                };
            };
        };
        /**
         * @description What one agent of the first version did. Where it used no tool, its list holds null; so do the others.
         * @example {
         *       "agentName": "Clerk",
         *       "messages": [
         *         "The order is on its way."
         *       ],
         *       "usedTools": [
         *         null
         *       ],
         *       "sourceDocuments": [
         *         null
         *       ],
         *       "artifacts": [
         *         null
         *       ],
         *       "state": {},
         *       "nodeName": "seqAgent",
         *       "nodeId": "seqAgent_0"
         *     }
         */
        AgentReasoning: {
            /** @description What the agent is called. */
            agentName: string;
            /** @description What it said. */
            messages: string[];
            /** @description Tools that it ran. */
            usedTools?: (components["schemas"]["UsedTool"] | null)[];
            /** @description Documents that it drew on. */
            sourceDocuments?: (components["schemas"]["SourceDocument"] | null)[];
            /** @description Things that it made. */
            artifacts?: (components["schemas"]["Artifact"] | null)[];
            /** @description State of the flow after it. */
            state?: {
                [key: string]: unknown;
            };
            /** @description Kind of the node. */
            nodeName?: string;
            /** @description Id of the node. */
            nodeId?: string;
            /** @description The agent that comes next. */
            next?: string;
            /** @description What that agent shall do. */
            instructions?: string;
        };
        /**
         * @description How a run or a node stands. The server's own types name TIMEOUT as well, which nothing sets.
         * @example FINISHED
         * @enum {string}
         */
        RunState: "INPROGRESS" | "FINISHED" | "STOPPED" | "ERROR" | "TERMINATED";
        /**
         * @description One node that ran, once.
         * @example {
         *       "nodeId": "agentAgentflow_0",
         *       "nodeLabel": "Order agent",
         *       "data": {
         *         "id": "agentAgentflow_0",
         *         "name": "agentAgentflow",
         *         "input": {
         *           "messages": [
         *             {
         *               "role": "user",
         *               "content": "Where is order 77?"
         *             }
         *           ]
         *         },
         *         "output": {
         *           "content": "Order 77 left on Monday.",
         *           "timeMetadata": {
         *             "start": 1790000000123,
         *             "end": 1790000001990,
         *             "delta": 1867
         *           },
         *           "calledTools": [],
         *           "usageMetadata": {
         *             "input_tokens": 212,
         *             "output_tokens": 9,
         *             "total_tokens": 221,
         *             "input_token_details": {},
         *             "output_token_details": {}
         *           },
         *           "responseMetadata": {
         *             "finish_reason": "stop"
         *           },
         *           "usedTools": [
         *             {
         *               "tool": "order_lookup",
         *               "toolInput": {
         *                 "order": "77"
         *               },
         *               "toolOutput": "{\"status\":\"shipped\",\"day\":\"Monday\"}"
         *             }
         *           ],
         *           "availableTools": [
         *             {
         *               "name": "order_lookup",
         *               "description": "Finds an order."
         *             }
         *           ]
         *         },
         *         "state": {},
         *         "chatHistory": [
         *           {
         *             "role": "user",
         *             "content": "Where is order 77?"
         *           },
         *           {
         *             "role": "user",
         *             "content": "Order 77 left on Monday.",
         *             "name": "order_agent"
         *           }
         *         ]
         *       },
         *       "previousNodeIds": [
         *         "startAgentflow_0"
         *       ],
         *       "status": "FINISHED"
         *     }
         */
        ExecutedNode: {
            /** @description Id of the node in the flow. */
            nodeId: string;
            /** @description What it is called in the flow. */
            nodeLabel: string;
            data: components["schemas"]["ExecutedNodeData"];
            /** @description The nodes before it in the graph, whether the run came by them or not. */
            previousNodeIds: string[];
            status: components["schemas"]["RunState"];
        };
        /**
         * @description What went into a node and what came out, or why it failed.
         * @example {
         *       "id": "startAgentflow_0",
         *       "name": "startAgentflow",
         *       "input": {
         *         "question": "Where is order 77?"
         *       },
         *       "output": {
         *         "question": "Where is order 77?"
         *       },
         *       "state": {}
         *     }
         * @example {
         *       "id": "llmAgentflow_0",
         *       "name": "llmAgentflow",
         *       "error": "Error in LLM node: 400 max_tokens is too large"
         *     }
         */
        ExecutedNodeData: {
            /** @description Id of the node in the flow. */
            id: string;
            /** @description Kind of the node, such as llmAgentflow. */
            name: string;
            /** @description What went in. */
            input?: {
                [key: string]: unknown;
            };
            output?: components["schemas"]["NodeOutput"];
            /** @description Why it failed. */
            error?: string;
            /** @description State of the flow after it. */
            state?: {
                [key: string]: unknown;
            };
            /** @description Messages that it adds to the history. */
            chatHistory?: components["schemas"]["NodeMessage"][];
            /** @description Round of the iteration that it ran in, from 0. */
            iterationIndex?: number;
            iterationContext?: components["schemas"]["IterationContext"];
            /** @description Id of the iteration that it ran in. */
            parentNodeId?: string;
        } & (unknown | unknown);
        /**
         * @description What came out of a node. What there is depends on the kind of the node; a model that fills a structure adds its keys.
         * @example {
         *       "content": "Order 77 is refunded."
         *     }
         */
        NodeOutput: {
            /** @description The question, from the start. */
            question?: string;
            /** @description The form, from the start. */
            form?: {
                [key: string]: unknown;
            };
            /** @description The text, or what else the node made. */
            content?: unknown;
            timeMetadata?: components["schemas"]["TimeMetadata"];
            /** @description Tools that a model wanted to run last. */
            calledTools?: components["schemas"]["CalledTool"][];
            /** @description Tools that an agent ran. */
            usedTools?: components["schemas"]["UsedTool"][];
            /** @description Tools that an agent could run. */
            availableTools?: {
                [key: string]: unknown;
            }[];
            /** @description Documents that an agent drew on. */
            sourceDocuments?: components["schemas"]["SourceDocument"][];
            /** @description Things that were made. */
            artifacts?: components["schemas"]["Artifact"][];
            /** @description Files that the text speaks of. */
            fileAnnotations?: components["schemas"]["FileAnnotation"][];
            usageMetadata?: components["schemas"]["UsageMetadata"];
            /** @description What the model's provider said of its answer. */
            responseMetadata?: {
                [key: string]: unknown;
            };
            reasonContent?: components["schemas"]["ReasonContent"];
            /** @description Whether an agent waits for leave to run a tool. */
            isWaitingForHumanInput?: boolean;
            humanInputAction?: components["schemas"]["Action"];
            /** @description Branches of a condition, or the decisions of a person. The one that was taken says so. */
            conditions?: ({
                /** @description Kind of the comparison, or the decision. */
                type?: string;
                /** @description Whether it was taken. */
                isFulfilled?: boolean;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Where a loop leads back to. */
            nodeID?: string;
            /** @description How often a loop may lead back. */
            maxLoopCount?: number;
            /** @description What a loop says when it may not lead back any more. */
            fallbackMessage?: string;
            /** @description What the rounds of an iteration answered. */
            iterationResults?: string[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description How long a model worked.
         * @example {
         *       "start": 1790000000123,
         *       "end": 1790000001990,
         *       "delta": 1867
         *     }
         */
        TimeMetadata: {
            /** @description Begin, in Unix milliseconds. */
            start: number;
            /** @description End, in Unix milliseconds. */
            end: number;
            /** @description Milliseconds between them. */
            delta: number;
        };
        /**
         * @description What a model used up. More counts may come from its provider, and prices in US dollars where they are known.
         * @example {
         *       "input_tokens": 212,
         *       "output_tokens": 9,
         *       "total_tokens": 221,
         *       "input_token_details": {},
         *       "output_token_details": {}
         *     }
         */
        UsageMetadata: {
            /** @description Tokens that went in. */
            input_tokens: number;
            /** @description Tokens that came out. */
            output_tokens: number;
            /** @description All of them. */
            total_tokens: number;
            /** @description What went in by kind. */
            input_token_details?: {
                [key: string]: unknown;
            };
            /** @description What came out by kind. */
            output_token_details?: {
                [key: string]: unknown;
            };
            /** @description Price of what went in. */
            input_cost?: number;
            /** @description Price of what came out. */
            output_cost?: number;
            /** @description Price of all. */
            total_cost?: number;
            /** @description Price of one token that goes in. */
            base_input_cost?: number;
            /** @description Price of one token that comes out. */
            base_output_cost?: number;
        };
        /**
         * @description What a model thought before it answered.
         * @example {
         *       "thinking": "Six sevens.",
         *       "thinkingDuration": 1
         *     }
         */
        ReasonContent: {
            /** @description The thoughts. */
            thinking?: string;
            /** @description Seconds that they took. */
            thinkingDuration?: number;
        };
        /**
         * @description One message of a node's history.
         * @example {
         *       "role": "user",
         *       "content": "Order 77 left on Monday.",
         *       "name": "order_agent"
         *     }
         */
        NodeMessage: {
            /** @description Who says it. */
            role: string;
            /** @description What is said; a text where nothing else is sent along. */
            content: unknown;
            /** @description Node that says it, in lower case. */
            name?: string;
            /** @description What belongs to it, such as tools that were used. */
            additional_kwargs?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description The round of an iteration that a node ran in.
         * @example {
         *       "index": 0,
         *       "value": "apples",
         *       "isFirst": true,
         *       "isLast": false,
         *       "sessionId": "visit-17"
         *     }
         */
        IterationContext: {
            /** @description Number of the round, from 0. */
            index: number;
            /** @description What the round is about. */
            value?: unknown;
            /** @description Whether it is the first round. */
            isFirst: boolean;
            /** @description Whether it is the last round. */
            isLast: boolean;
            /** @description The session. */
            sessionId?: string;
        };
        /**
         * @description That the wish to stop is noted.
         * @example {
         *       "status": 200,
         *       "message": "Chat message aborted"
         *     }
         */
        AbortResult: {
            /**
             * @description The HTTP status.
             * @constant
             */
            status: 200;
            /**
             * @description Always the same.
             * @constant
             */
            message: "Chat message aborted";
        };
        /**
         * @description Whether a flow can stream.
         * @example {
         *       "isStreaming": true
         *     }
         */
        StreamingCheck: {
            /** @description Whether it can. */
            isStreaming: boolean;
        };
        /**
         * @description What may be uploaded to a flow.
         * @example {
         *       "isSpeechToTextEnabled": false,
         *       "isImageUploadAllowed": false,
         *       "isRAGFileUploadAllowed": false,
         *       "imgUploadSizeAndTypes": [],
         *       "fileUploadSizeAndTypes": []
         *     }
         */
        UploadsConfig: {
            /** @description Whether recordings are turned into text. */
            isSpeechToTextEnabled: boolean;
            /** @description Whether images are taken. */
            isImageUploadAllowed: boolean;
            /** @description Whether files for the vector store are taken. */
            isRAGFileUploadAllowed: boolean;
            /** @description Which images. */
            imgUploadSizeAndTypes: components["schemas"]["UploadLimit"][];
            /** @description Which files. */
            fileUploadSizeAndTypes: components["schemas"]["UploadLimit"][];
        };
        /**
         * @description What one place of a flow takes.
         * @example {
         *       "fileTypes": [
         *         "image/png"
         *       ],
         *       "maxUploadSize": 5
         *     }
         */
        UploadLimit: {
            /** @description Types that are taken. */
            fileTypes: string[];
            /** @description Largest size in megabytes. */
            maxUploadSize: number;
        };
        /**
         * @description How the chat window of a flow shall look. The settings of the window stand beside these keys.
         * @example {
         *       "uploads": {
         *         "isSpeechToTextEnabled": false,
         *         "isImageUploadAllowed": false,
         *         "isRAGFileUploadAllowed": false,
         *         "imgUploadSizeAndTypes": [],
         *         "fileUploadSizeAndTypes": []
         *       },
         *       "flowData": "{\"nodes\":[],\"edges\":[]}",
         *       "isTTSEnabled": false
         *     }
         */
        PublicChatbotConfig: {
            uploads: components["schemas"]["UploadsConfig"];
            /** @description The graph of the flow as JSON. */
            flowData: string;
            /** @description Whether answers can be spoken. */
            isTTSEnabled: boolean;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A form with files.
         * @example {
         *       "files": [
         *         "Dogs must stay outside."
         *       ]
         *     }
         */
        AttachmentForm: {
            /** @description The files. */
            files: Blob[];
            /**
             * @description Whether to answer the bytes in base64 instead of the text.
             * @default false
             */
            base64?: boolean;
        };
        /**
         * @description The texts of files, in the order of the form.
         * @example [
         *       {
         *         "name": "notes.txt",
         *         "mimeType": "text/plain",
         *         "size": 23,
         *         "content": "Dogs must stay outside."
         *       }
         *     ]
         */
        AttachmentList: components["schemas"]["Attachment"][];
        /**
         * @description The text of one file.
         * @example {
         *       "name": "notes.txt",
         *       "mimeType": "text/plain",
         *       "size": 23,
         *       "content": "Dogs must stay outside."
         *     }
         */
        Attachment: {
            /** @description Name of the file. */
            name: string;
            /** @description Its media type. */
            mimeType: string;
            /** @description Its size in bytes. */
            size: string | number;
            /** @description What it says, or its bytes in base64. */
            content: string;
        };
        /**
         * @description The record of one run of an agentflow.
         * @example {
         *       "id": "0c5a7b1e-4d92-4f36-a8e1-5b7d9f3c2e60",
         *       "executionData": "[{\"nodeId\":\"startAgentflow_0\",\"nodeLabel\":\"Start\",\"data\":{\"id\":\"startAgentflow_0\",\"name\":\"startAgentflow\",\"input\":{\"question\":\"Where is order 77?\"},\"output\":{\"question\":\"Where is order 77?\"},\"state\":{}},\"previousNodeIds\":[],\"status\":\"FINISHED\"}]",
         *       "state": "FINISHED",
         *       "agentflowId": "2b9d6f13-7a4e-4c85-b0d2-91e3f7c5a668",
         *       "sessionId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f",
         *       "action": null,
         *       "isPublic": null,
         *       "createdDate": "2026-09-21T14:13:20.000Z",
         *       "updatedDate": "2026-09-21T14:13:22.000Z",
         *       "stoppedDate": null,
         *       "workspaceId": "b8d0f2a4-6c1e-4e35-9f77-0a2b4c6d8e1f"
         *     }
         */
        Execution: {
            /**
             * Format: uuid
             * @description Id of the execution.
             */
            id: string;
            /** @description The nodes that ran, as JSON. */
            executionData: string;
            state: components["schemas"]["RunState"];
            /**
             * Format: uuid
             * @description Id of the flow.
             */
            agentflowId: string;
            /** @description The session of the run. */
            sessionId: string;
            /** @description Not used. */
            action: string | null;
            /** @description Whether everybody may read the record; null until somebody says so. */
            isPublic: boolean | null;
            /**
             * Format: date-time
             * @description When the run began.
             */
            createdDate: string;
            /**
             * Format: date-time
             * @description When the record changed last.
             */
            updatedDate: string;
            /**
             * Format: date-time
             * @description When the run stopped last to wait for a person; null if it never did.
             */
            stoppedDate: string | null;
            /** @description Id of the workspace of the flow. */
            workspaceId: string;
        };
        /**
         * @description One page of executions.
         * @example {
         *       "data": [],
         *       "total": 0
         *     }
         */
        ExecutionPage: {
            /** @description The executions, last changed first. */
            data: components["schemas"]["ListedExecution"][];
            /** @description How many there are on all pages. */
            total: number;
        };
        /**
         * @description An execution with its flow.
         * @example {
         *       "id": "0c5a7b1e-4d92-4f36-a8e1-5b7d9f3c2e60",
         *       "executionData": "[{\"nodeId\":\"startAgentflow_0\",\"nodeLabel\":\"Start\",\"data\":{\"id\":\"startAgentflow_0\",\"name\":\"startAgentflow\",\"input\":{\"question\":\"Where is order 77?\"},\"output\":{\"question\":\"Where is order 77?\"},\"state\":{}},\"previousNodeIds\":[],\"status\":\"FINISHED\"}]",
         *       "state": "FINISHED",
         *       "agentflowId": "2b9d6f13-7a4e-4c85-b0d2-91e3f7c5a668",
         *       "sessionId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f",
         *       "action": null,
         *       "isPublic": null,
         *       "createdDate": "2026-09-21T14:13:20.000Z",
         *       "updatedDate": "2026-09-21T14:13:22.000Z",
         *       "stoppedDate": null,
         *       "workspaceId": "b8d0f2a4-6c1e-4e35-9f77-0a2b4c6d8e1f",
         *       "agentflow": {
         *         "id": "2b9d6f13-7a4e-4c85-b0d2-91e3f7c5a668",
         *         "name": "Order desk",
         *         "flowData": "{\"nodes\":[],\"edges\":[]}",
         *         "type": "AGENTFLOW",
         *         "workspaceId": "b8d0f2a4-6c1e-4e35-9f77-0a2b4c6d8e1f"
         *       }
         *     }
         */
        ListedExecution: components["schemas"]["Execution"] & {
            agentflow: components["schemas"]["FlowRecord"];
        };
        /**
         * @description The whole record of a flow.
         * @example {
         *       "id": "2b9d6f13-7a4e-4c85-b0d2-91e3f7c5a668",
         *       "name": "Order desk",
         *       "flowData": "{\"nodes\":[],\"edges\":[]}",
         *       "type": "AGENTFLOW"
         *     }
         */
        FlowRecord: {
            /**
             * Format: uuid
             * @description Id of the flow.
             */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description The graph as JSON. */
            flowData: string;
            /**
             * @description Its kind.
             * @enum {string}
             */
            type?: "CHATFLOW" | "AGENTFLOW" | "MULTIAGENT" | "ASSISTANT";
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What to change of an execution.
         * @example {
         *       "isPublic": true
         *     }
         */
        ExecutionChange: {
            /** @description Whether everybody may read it. */
            isPublic?: boolean;
        };
        /**
         * @description Which executions are meant.
         * @example {
         *       "executionIds": [
         *         "0c5a7b1e-4d92-4f36-a8e1-5b7d9f3c2e60"
         *       ]
         *     }
         */
        ExecutionSelection: {
            /** @description Their ids. */
            executionIds: string[];
        };
        /**
         * @description How many executions were deleted.
         * @example {
         *       "success": true,
         *       "deletedCount": 1
         *     }
         */
        DeletedExecutions: {
            /**
             * @description Always true.
             * @constant
             */
            success: true;
            /** @description How many. */
            deletedCount: number;
        };
        /**
         * @description That no executions were named.
         * @example {
         *       "success": false,
         *       "message": "No execution IDs provided"
         *     }
         */
        NothingSelected: {
            /**
             * @description Always false.
             * @constant
             */
            success: false;
            /** @description What is missing. */
            message: string;
        };
        /**
         * @description Messages of a flow.
         * @example []
         */
        ChatMessageList: components["schemas"]["ChatMessage"][];
        /**
         * @description One message. What has no value is null here.
         * @example {
         *       "id": "d2b0c1a4-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
         *       "role": "apiMessage",
         *       "chatflowid": "2b9d6f13-7a4e-4c85-b0d2-91e3f7c5a668",
         *       "content": "Order 77 left on Monday.",
         *       "executionId": "0c5a7b1e-4d92-4f36-a8e1-5b7d9f3c2e60",
         *       "execution": {
         *         "id": "0c5a7b1e-4d92-4f36-a8e1-5b7d9f3c2e60",
         *         "executionData": "[{\"nodeId\":\"startAgentflow_0\",\"nodeLabel\":\"Start\",\"data\":{\"id\":\"startAgentflow_0\",\"name\":\"startAgentflow\",\"input\":{\"question\":\"Where is order 77?\"},\"output\":{\"question\":\"Where is order 77?\"},\"state\":{}},\"previousNodeIds\":[],\"status\":\"FINISHED\"}]",
         *         "state": "FINISHED",
         *         "agentflowId": "2b9d6f13-7a4e-4c85-b0d2-91e3f7c5a668",
         *         "sessionId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f",
         *         "action": null,
         *         "isPublic": null,
         *         "createdDate": "2026-09-21T14:13:20.000Z",
         *         "updatedDate": "2026-09-21T14:13:22.000Z",
         *         "stoppedDate": null,
         *         "workspaceId": "b8d0f2a4-6c1e-4e35-9f77-0a2b4c6d8e1f"
         *       },
         *       "sourceDocuments": null,
         *       "usedTools": [
         *         {
         *           "tool": "order_lookup",
         *           "toolInput": {
         *             "order": "77"
         *           },
         *           "toolOutput": "{\"status\":\"shipped\",\"day\":\"Monday\"}"
         *         }
         *       ],
         *       "fileAnnotations": null,
         *       "agentReasoning": null,
         *       "reasonContent": null,
         *       "fileUploads": null,
         *       "artifacts": null,
         *       "action": null,
         *       "leadEmail": null,
         *       "followUpPrompts": null,
         *       "chatType": "EXTERNAL",
         *       "chatId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f",
         *       "memoryType": null,
         *       "sessionId": "6c0b6f1b-8a0f-4a4d-9d0e-0a5d6b7c8e9f",
         *       "createdDate": "2026-09-21T14:13:22.000Z"
         *     }
         */
        ChatMessage: {
            /**
             * Format: uuid
             * @description Id of the message.
             */
            id: string;
            /**
             * @description Who said it.
             * @enum {string}
             */
            role: "apiMessage" | "userMessage";
            /**
             * Format: uuid
             * @description Id of the flow.
             */
            chatflowid: string;
            /** @description What was said. */
            content: string;
            /**
             * Format: uuid
             * @description The execution that it belongs to, of an agentflow.
             */
            executionId?: string | null;
            /** @description That execution. */
            execution?: components["schemas"]["Execution"] | null;
            /** @description Documents that the answer draws on. */
            sourceDocuments?: components["schemas"]["SourceDocument"][] | null;
            /** @description Tools that ran. */
            usedTools?: components["schemas"]["UsedTool"][] | null;
            /** @description Files that the answer speaks of. */
            fileAnnotations?: components["schemas"]["FileAnnotation"][] | null;
            /** @description What legacy agents did. */
            agentReasoning?: components["schemas"]["AgentReasoning"][] | null;
            /** @description What the model thought. */
            reasonContent?: components["schemas"]["ReasonContent"] | null;
            /** @description What was sent along. */
            fileUploads?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Things that were made on the way. */
            artifacts?: components["schemas"]["Artifact"][] | null;
            /** @description What a person can do, while the flow waits. */
            action?: {
                [key: string]: unknown;
            } | unknown[] | null;
            /** @description Which way it came: INTERNAL from the product, EXTERNAL from elsewhere. */
            chatType: string;
            /** @description The chat. */
            chatId: string;
            /** @description Label of the memory. */
            memoryType?: string | null;
            /** @description The session. */
            sessionId?: string | null;
            /**
             * Format: date-time
             * @description When it was said.
             */
            createdDate: string;
            /** @description Address of the person. */
            leadEmail?: string | null;
            /** @description Questions that the person may ask next, as JSON. */
            followUpPrompts?: string | null;
        };
        /**
         * @description What somebody thinks of a message.
         * @example {
         *       "messageId": "0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01",
         *       "rating": "THUMBS_UP"
         *     }
         */
        NewFeedback: {
            /**
             * Format: uuid
             * @description The message.
             */
            messageId: string;
            /** @description Its chat. */
            chatId?: string;
            /**
             * Format: uuid
             * @description Its flow.
             */
            chatflowid?: string;
            /**
             * @description The rating.
             * @enum {string}
             */
            rating?: "THUMBS_UP" | "THUMBS_DOWN";
            /** @description The comment. */
            content?: string;
        };
        /**
         * @description What to change of a feedback.
         * @example {
         *       "rating": "THUMBS_DOWN",
         *       "content": "Closed on Mondays"
         *     }
         */
        FeedbackChange: {
            /**
             * @description The rating.
             * @enum {string}
             */
            rating?: "THUMBS_UP" | "THUMBS_DOWN";
            /** @description The comment. */
            content?: string;
            /**
             * Format: uuid
             * @description The message; has to fit the others.
             */
            messageId?: string;
            /** @description Its chat; has to fit the message. */
            chatId?: string;
            /**
             * Format: uuid
             * @description Its flow; has to fit the message.
             */
            chatflowid?: string;
        };
        /**
         * @description What somebody thinks of a message, as it is stored.
         * @example {
         *       "id": "6d5c4b3a-2918-4076-b5e4-d3c2b1a09f8e",
         *       "chatflowid": "8c1e4b7a-3f52-4d90-9a6b-2e7d5c8f1a34",
         *       "chatId": "visit-17",
         *       "messageId": "0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01",
         *       "rating": "THUMBS_UP",
         *       "content": "Quick and right",
         *       "createdDate": "2026-09-21T14:11:30.000Z"
         *     }
         */
        Feedback: {
            /**
             * Format: uuid
             * @description Id of the feedback.
             */
            id: string;
            /**
             * Format: uuid
             * @description The flow.
             */
            chatflowid: string;
            /** @description The chat. */
            chatId: string;
            /**
             * Format: uuid
             * @description The message.
             */
            messageId: string;
            /**
             * @description The rating.
             * @enum {string|null}
             */
            rating?: "THUMBS_UP" | "THUMBS_DOWN" | null;
            /** @description The comment. */
            content?: string | null;
            /**
             * Format: date-time
             * @description When it was given.
             */
            createdDate: string;
        };
        /**
         * @description Feedback on a flow.
         * @example []
         */
        FeedbackList: components["schemas"]["Feedback"][];
        /**
         * @description The changed feedback, as documented, or that it is changed.
         * @example {
         *       "status": "OK"
         *     }
         */
        FeedbackChanged: components["schemas"]["Feedback"] | components["schemas"]["FeedbackNoted"];
        /**
         * @description That a feedback is changed.
         * @example {
         *       "status": "OK"
         *     }
         */
        FeedbackNoted: {
            /**
             * @description Always OK.
             * @constant
             */
            status: "OK";
        };
        /**
         * @description Who talks to a flow.
         * @example {
         *       "chatflowid": "8c1e4b7a-3f52-4d90-9a6b-2e7d5c8f1a34",
         *       "chatId": "visit-17",
         *       "email": "ada@visitors.test"
         *     }
         */
        NewLead: {
            /** @description The flow. */
            chatflowid?: string;
            /** @description The chat; a new one is made up when it is missing. */
            chatId?: string;
            /** @description Name of the person. */
            name?: string;
            /** @description Mail address. */
            email?: string;
            /** @description Telephone number. */
            phone?: string;
        };
        /**
         * @description Who talks to a flow, as it is stored.
         * @example {
         *       "id": "2c3d4e5f-6071-4829-9a0b-1c2d3e4f5061",
         *       "chatflowid": "8c1e4b7a-3f52-4d90-9a6b-2e7d5c8f1a34",
         *       "chatId": "visit-17",
         *       "name": "Ada",
         *       "email": "ada@visitors.test",
         *       "phone": "+49 30 1234",
         *       "createdDate": "2026-09-21T14:12:05.000Z"
         *     }
         */
        Lead: {
            /**
             * Format: uuid
             * @description Id of the lead.
             */
            id: string;
            /** @description The flow. */
            chatflowid: string;
            /** @description The chat. */
            chatId: string;
            /** @description Name of the person. */
            name?: string | null;
            /** @description Mail address. */
            email?: string | null;
            /** @description Telephone number. */
            phone?: string | null;
            /**
             * Format: date-time
             * @description When it was stored.
             */
            createdDate: string;
        };
        /**
         * @description Leads of a flow.
         * @example []
         */
        LeadList: components["schemas"]["Lead"][];
        /**
         * @description What to store.
         * @example {
         *       "stopNodeId": "memoryVectorStore_0"
         *     }
         */
        UpsertRequest: {
            /** @description Node of the vector store, where the flow has several. */
            stopNodeId?: string;
            overrideConfig?: components["schemas"]["OverrideConfig"];
        };
        /**
         * @description Files to store. All other fields count as overrides of the flow.
         * @example {
         *       "files": [
         *         "Open daily from ten to six."
         *       ]
         *     }
         */
        UpsertForm: {
            /** @description The files. */
            files: Blob[];
            /** @description Node of the vector store, where the flow has several. */
            stopNodeId?: string;
            /** @description An input of a node, as an example of others. */
            modelName?: string;
        } & {
            [key: string]: string;
        };
        /**
         * @description What was stored. Which of the forms it is depends on the vector store.
         * @example {
         *       "numAdded": 1,
         *       "addedDocs": [
         *         {
         *           "pageContent": "Open daily from ten to six.",
         *           "metadata": {
         *             "source": "hours.md"
         *           }
         *         }
         *       ]
         *     }
         */
        UpsertAnswer: components["schemas"]["UpsertResult"] | components["schemas"]["UpsertDone"];
        /**
         * @description What was stored. The counts besides `numAdded` come from a record manager.
         * @example {
         *       "numAdded": 1,
         *       "addedDocs": [
         *         {
         *           "pageContent": "Open daily from ten to six.",
         *           "metadata": {
         *             "source": "hours.md"
         *           }
         *         }
         *       ]
         *     }
         */
        UpsertResult: {
            /** @description Vectors that were added. */
            numAdded: number;
            /** @description Vectors that were deleted. */
            numDeleted?: number;
            /** @description Vectors that were changed. */
            numUpdated?: number;
            /** @description Vectors that were left as they are. */
            numSkipped?: number;
            /** @description The documents that were added. */
            addedDocs: components["schemas"]["SourceDocument"][];
        };
        /**
         * @description That everything is stored, from stores that do not count.
         * @example {
         *       "result": "Successfully Upserted"
         *     }
         */
        UpsertDone: {
            /**
             * @description Always the same.
             * @constant
             */
            result: "Successfully Upserted";
        };
        /**
         * @description Which release answers.
         * @example {
         *       "version": "3.1.4"
         *     }
         */
        Version: {
            /** @description The release. */
            version: string;
        };
        /**
         * @description One frame of the stream. The name of the event stands in the data.
         * @example {
         *       "message": "",
         *       "data": "{\"event\":\"token\",\"data\":\"The museum\"}"
         *     }
         */
        PredictionStreamFrame: {
            /**
             * @description A field before the data, always empty, that readers pass over: the standard does not know it.
             * @constant
             */
            message?: "";
            /** @description One event as JSON, on one line. */
            data: string;
        };
        /**
         * @description One event of a run. Which ones come depends on the kind of the flow.
         * @example {
         *       "event": "token",
         *       "data": "The museum"
         *     }
         */
        PredictionStreamEvent: components["schemas"]["StartEvent"] | components["schemas"]["TokenEvent"] | components["schemas"]["ThinkingEvent"] | components["schemas"]["SourceDocumentsEvent"] | components["schemas"]["UsedToolsEvent"] | components["schemas"]["ArtifactsEvent"] | components["schemas"]["FileAnnotationsEvent"] | components["schemas"]["ToolEvent"] | components["schemas"]["CalledToolsEvent"] | components["schemas"]["UsageMetadataEvent"] | components["schemas"]["AgentReasoningEvent"] | components["schemas"]["NextAgentEvent"] | components["schemas"]["AgentTraceEvent"] | components["schemas"]["AgentFlowEvent"] | components["schemas"]["NextAgentFlowEvent"] | components["schemas"]["AgentFlowExecutedDataEvent"] | components["schemas"]["ActionEvent"] | components["schemas"]["MetadataEvent"] | components["schemas"]["TtsStartEvent"] | components["schemas"]["TtsDataEvent"] | components["schemas"]["TtsEndEvent"] | components["schemas"]["TtsAbortEvent"] | components["schemas"]["AbortEvent"] | components["schemas"]["RunErrorEvent"] | components["schemas"]["EndEvent"];
        /**
         * @description The answer of a chatflow or of legacy agents begins. A chatflow sends its first piece of text, which comes again as the first `token` and is not to be shown twice; legacy agents send what they did so far.
         *     Agentflows never send it.
         * @example {
         *       "event": "start",
         *       "data": "The museum"
         *     }
         */
        StartEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "start";
            /** @description The first piece of text, or what the agents did so far. */
            data: string | components["schemas"]["AgentReasoning"][];
        };
        /**
         * @description A piece of the answer, which may be empty. All pieces together are the answer. Nodes of an agentflow send it only if they are the last on their way, or ask a person.
         * @example {
         *       "event": "token",
         *       "data": " opens at ten"
         *     }
         */
        TokenEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "token";
            /** @description The piece. */
            data: string;
        };
        /**
         * @description A piece of what a model thinks before it answers. The last one is empty and says how long it took.
         * @example {
         *       "event": "thinking",
         *       "data": "Six"
         *     }
         * @example {
         *       "event": "thinking",
         *       "data": "",
         *       "duration": 1
         *     }
         */
        ThinkingEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "thinking";
            /** @description The piece. */
            data: string;
            /** @description Seconds that the model thought; on the last piece only. */
            duration?: number;
        };
        /**
         * @description Documents that the answer draws on.
         * @example {
         *       "event": "sourceDocuments",
         *       "data": [
         *         {
         *           "pageContent": "Open daily from ten to six.",
         *           "metadata": {
         *             "source": "hours.md"
         *           }
         *         }
         *       ]
         *     }
         */
        SourceDocumentsEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "sourceDocuments";
            /** @description The documents. */
            data: components["schemas"]["SourceDocument"][];
        };
        /**
         * @description Tools that ran.
         * @example {
         *       "event": "usedTools",
         *       "data": [
         *         {
         *           "tool": "order_lookup",
         *           "toolInput": {
         *             "order": "77"
         *           },
         *           "toolOutput": "{\"status\":\"shipped\",\"day\":\"Monday\"}"
         *         }
         *       ]
         *     }
         */
        UsedToolsEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "usedTools";
            /** @description The tools. */
            data: components["schemas"]["UsedTool"][];
        };
        /**
         * @description Things that were made on the way.
         * @example {
         *       "event": "artifacts",
         *       "data": []
         *     }
         */
        ArtifactsEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "artifacts";
            /** @description The things. */
            data: components["schemas"]["Artifact"][];
        };
        /**
         * @description Files that the answer speaks of.
         * @example {
         *       "event": "fileAnnotations",
         *       "data": [
         *         {
         *           "filePath": "charts/visitors.png",
         *           "fileName": "visitors.png"
         *         }
         *       ]
         *     }
         */
        FileAnnotationsEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "fileAnnotations";
            /** @description The files. */
            data: components["schemas"]["FileAnnotation"][];
        };
        /**
         * @description An assistant of OpenAI calls a tool.
         * @example {
         *       "event": "tool",
         *       "data": "order_lookup"
         *     }
         */
        ToolEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tool";
            /** @description Name of the tool. */
            data: string;
        };
        /**
         * @description Tools that a model wants to run, before they do; none at the end of every model that streams.
         * @example {
         *       "event": "calledTools",
         *       "data": [
         *         {
         *           "tool": "order_lookup",
         *           "toolInput": {
         *             "order": "77"
         *           },
         *           "toolOutput": ""
         *         }
         *       ]
         *     }
         */
        CalledToolsEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "calledTools";
            /** @description The tools. */
            data: components["schemas"]["CalledTool"][];
        };
        /**
         * @description What the model of an agentflow that streams used up.
         * @example {
         *       "event": "usageMetadata",
         *       "data": {
         *         "input_tokens": 212,
         *         "output_tokens": 9,
         *         "total_tokens": 221,
         *         "input_token_details": {},
         *         "output_token_details": {}
         *       }
         *     }
         */
        UsageMetadataEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "usageMetadata";
            data: components["schemas"]["UsageMetadata"];
        };
        /**
         * @description What legacy agents did so far, the whole of it after each turn.
         * @example {
         *       "event": "agentReasoning",
         *       "data": [
         *         {
         *           "agentName": "Clerk",
         *           "messages": [
         *             "The order is on its way."
         *           ]
         *         }
         *       ]
         *     }
         */
        AgentReasoningEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "agentReasoning";
            /** @description What they did, in their order. */
            data: components["schemas"]["AgentReasoning"][];
        };
        /**
         * @description Which legacy agent comes next.
         * @example {
         *       "event": "nextAgent",
         *       "data": "Clerk"
         *     }
         */
        NextAgentEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "nextAgent";
            /** @description What the agent is called. */
            data: string;
        };
        /**
         * @description One step of a tool agent that is set up to tell every one.
         * @example {
         *       "event": "agent_trace",
         *       "data": {
         *         "step": "tool_end",
         *         "output": "shipped",
         *         "runId": "5a2e3d4c-6b7a-4899-88b7-c6d5e4f30212",
         *         "parentRunId": null
         *       }
         *     }
         */
        AgentTraceEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "agent_trace";
            data: components["schemas"]["AgentTrace"];
        };
        /**
         * @description The step.
         * @example {
         *       "step": "tool_end",
         *       "output": "shipped",
         *       "runId": "5a2e3d4c-6b7a-4899-88b7-c6d5e4f30212",
         *       "parentRunId": null
         *     }
         */
        AgentTrace: components["schemas"]["AgentActionTrace"] | components["schemas"]["ToolStartTrace"] | components["schemas"]["ToolEndTrace"] | components["schemas"]["ToolErrorTrace"];
        /**
         * @description The agent decides what to do.
         * @example {
         *       "step": "agent_action",
         *       "action": "{\"tool\":\"order_lookup\"}",
         *       "runId": "4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101",
         *       "parentRunId": null
         *     }
         */
        AgentActionTrace: {
            /**
             * @description Name of the step. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            step: "agent_action";
            /** @description What it decides, as JSON. */
            action: string;
            runId?: components["schemas"]["TraceRunId"];
            parentRunId?: components["schemas"]["TraceRunId"];
        };
        /**
         * @description A tool begins.
         * @example {
         *       "step": "tool_start",
         *       "name": "order_lookup",
         *       "input": "{\"order\":\"77\"}",
         *       "runId": "5a2e3d4c-6b7a-4899-88b7-c6d5e4f30212",
         *       "parentRunId": null
         *     }
         */
        ToolStartTrace: {
            /**
             * @description Name of the step. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            step: "tool_start";
            /** @description Name of the tool. */
            name: string;
            /** @description What it is given. */
            input: string;
            runId?: components["schemas"]["TraceRunId"];
            parentRunId?: components["schemas"]["TraceRunId"];
        };
        /**
         * @description A tool has answered.
         * @example {
         *       "step": "tool_end",
         *       "output": "shipped",
         *       "runId": "5a2e3d4c-6b7a-4899-88b7-c6d5e4f30212",
         *       "parentRunId": null
         *     }
         */
        ToolEndTrace: {
            /**
             * @description Name of the step. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            step: "tool_end";
            /** @description What it answered. */
            output: string;
            runId?: components["schemas"]["TraceRunId"];
            parentRunId?: components["schemas"]["TraceRunId"];
        };
        /**
         * @description A tool has failed.
         * @example {
         *       "step": "tool_error",
         *       "error": "no such order",
         *       "runId": "5a2e3d4c-6b7a-4899-88b7-c6d5e4f30212",
         *       "parentRunId": null
         *     }
         */
        ToolErrorTrace: {
            /**
             * @description Name of the step. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            step: "tool_error";
            /** @description Why it failed. */
            error: string;
            runId?: components["schemas"]["TraceRunId"];
            parentRunId?: components["schemas"]["TraceRunId"];
        };
        /**
         * @description Id by which steps belong together, where the library behind the agent gives one.
         * @example 5a2e3d4c-6b7a-4899-88b7-c6d5e4f30212
         */
        TraceRunId: string | null;
        /**
         * @description How the run of an agentflow stands. A run that stops to wait for a person says so twice, before and after the `action`.
         * @example {
         *       "event": "agentFlowEvent",
         *       "data": "INPROGRESS"
         *     }
         */
        AgentFlowEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "agentFlowEvent";
            data: components["schemas"]["RunState"];
        };
        /**
         * @description How a node of an agentflow stands. One that is cancelled has not begun.
         * @example {
         *       "event": "nextAgentFlow",
         *       "data": {
         *         "nodeId": "llmAgentflow_0",
         *         "nodeLabel": "Writer",
         *         "status": "INPROGRESS"
         *       }
         *     }
         */
        NextAgentFlowEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "nextAgentFlow";
            /** @description The node. */
            data: {
                /** @description Id of the node in the flow. */
                nodeId: string;
                /** @description What it is called in the flow. */
                nodeLabel: string;
                status: components["schemas"]["RunState"];
                /** @description Why it failed; with ERROR only. */
                error?: string;
            };
        };
        /**
         * @description All nodes of an agentflow that ran so far, the whole of it after each node. A resumed run begins with those of the run before. The nodes inside an iteration stand before it, and come with it.
         * @example {
         *       "event": "agentFlowExecutedData",
         *       "data": [
         *         {
         *           "nodeId": "directReplyAgentflow_0",
         *           "nodeLabel": "Reply",
         *           "data": {
         *             "id": "directReplyAgentflow_0",
         *             "name": "directReplyAgentflow",
         *             "input": {},
         *             "output": {
         *               "content": "Hello"
         *             },
         *             "state": {}
         *           },
         *           "previousNodeIds": [],
         *           "status": "FINISHED"
         *         }
         *       ]
         *     }
         */
        AgentFlowExecutedDataEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "agentFlowExecutedData";
            /** @description The nodes, in their order. */
            data: components["schemas"]["ExecutedNode"][];
        };
        /**
         * @description A person has to decide before the run goes on.
         * @example {
         *       "event": "action",
         *       "data": {
         *         "id": "7692f4ec-332e-4375-a62f-e27bdbb073c7",
         *         "mapping": {
         *           "approve": "Proceed",
         *           "reject": "Reject"
         *         },
         *         "elements": [
         *           {
         *             "type": "agentflowv2-approve-button",
         *             "label": "Proceed"
         *           },
         *           {
         *             "type": "agentflowv2-reject-button",
         *             "label": "Reject"
         *           }
         *         ],
         *         "data": {
         *           "nodeId": "humanInputAgentflow_0",
         *           "nodeLabel": "Approval",
         *           "input": {
         *             "messages": [
         *               {
         *                 "role": "user",
         *                 "content": "Refund order 77"
         *               }
         *             ],
         *             "humanInputEnableFeedback": true
         *           }
         *         }
         *       }
         *     }
         */
        ActionEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "action";
            data: components["schemas"]["Action"];
        };
        /**
         * @description What the answer belongs to. The last but one event of every run that did not fail.
         * @example {
         *       "event": "metadata",
         *       "data": {
         *         "chatId": "visit-17",
         *         "chatMessageId": "0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01",
         *         "question": "When is the museum open?",
         *         "sessionId": "visit-17",
         *         "memoryType": "Buffer Memory"
         *       }
         *     }
         */
        MetadataEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "metadata";
            data: components["schemas"]["Metadata"];
        };
        /**
         * @description What the answer belongs to. What is empty is missing. The execution of an agentflow is not named; it is found by its session.
         * @example {
         *       "chatId": "visit-17",
         *       "chatMessageId": "0f0f7a52-6f1c-4c55-8b1b-6b6f0c0e5a01",
         *       "question": "When is the museum open?",
         *       "sessionId": "visit-17",
         *       "memoryType": "Buffer Memory"
         *     }
         */
        Metadata: {
            /** @description The chat. */
            chatId: string;
            chatMessageId: components["schemas"]["MessageId"];
            question?: components["schemas"]["EchoedQuestion"];
            sessionId?: components["schemas"]["SessionId"];
            /** @description Label of the memory, where the flow has one. */
            memoryType?: string;
            followUpPrompts?: components["schemas"]["FollowUpPrompts"];
            /** @description Variables that the flow shows. */
            flowVariables?: {
                [key: string]: unknown;
            };
            action?: components["schemas"]["Action"];
        };
        /**
         * @description The answer is spoken from here on.
         * @example {
         *       "event": "tts_start",
         *       "data": {
         *         "chatMessageId": "9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a",
         *         "format": "mp3"
         *       }
         *     }
         */
        TtsStartEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tts_start";
            /** @description What is spoken. */
            data: {
                chatMessageId: components["schemas"]["MessageId"];
                /** @description Format of the sound, mp3. */
                format: string;
            };
        };
        /**
         * @description A piece of the spoken answer.
         * @example {
         *       "event": "tts_data",
         *       "data": {
         *         "chatMessageId": "9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a",
         *         "audioChunk": "SUQzBAA="
         *       }
         *     }
         */
        TtsDataEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tts_data";
            /** @description The piece. */
            data: {
                chatMessageId: components["schemas"]["MessageId"];
                /** @description Sound in base64. */
                audioChunk: string;
            };
        };
        /**
         * @description The answer has been spoken, or could not be.
         * @example {
         *       "event": "tts_end",
         *       "data": {
         *         "chatMessageId": "9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a"
         *       }
         *     }
         */
        TtsEndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tts_end";
            /** @description What was spoken. */
            data: {
                chatMessageId: components["schemas"]["MessageId"];
            };
        };
        /**
         * @description Somebody stopped the speaking. The stream ends with it, without `end`.
         * @example {
         *       "event": "tts_abort",
         *       "data": {
         *         "chatMessageId": "9d8c7b6a-5f4e-4d3c-8b2a-1f0e9d8c7b6a"
         *       }
         *     }
         */
        TtsAbortEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "tts_abort";
            /** @description What was spoken. */
            data: {
                chatMessageId: components["schemas"]["MessageId"];
            };
        };
        /**
         * @description Legacy agents were told to stop, and did. Metadata and the end follow.
         * @example {
         *       "event": "abort",
         *       "data": "[DONE]"
         *     }
         */
        AbortEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "abort";
            /**
             * @description Always the same.
             * @constant
             */
            data: "[DONE]";
        };
        /**
         * @description The run failed, or could not begin. Nothing but the end follows.
         * @example {
         *       "event": "error",
         *       "data": "Error: predictionsServices.buildChatflow - Flow execution was cancelled"
         *     }
         */
        RunErrorEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "error";
            /** @description What went wrong, in the words of the answer without events. */
            data: string;
        };
        /**
         * @description The end. After a failure, too.
         * @example {
         *       "event": "end",
         *       "data": "[DONE]"
         *     }
         */
        EndEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            event: "end";
            /**
             * @description Always the same.
             * @constant
             */
            data: "[DONE]";
        };
    };
    responses: {
        /** @description The flow has run, or waits for a person. When events were asked for they follow, and everything that goes wrong from here on is one of them. */
        PredictionMade: {
            headers: {
                "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                "Cache-Control": components["headers"]["CacheControl"];
                "X-Accel-Buffering": components["headers"]["AccelBuffering"];
                "X-RateLimit-Limit": components["headers"]["RateLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PredictionAnswer"];
                "text/event-stream": EventStreamOf<components["schemas"]["PredictionStreamEvent"]>;
            };
        };
        /** @description The body is no JSON, lacks what to run the flow with, or the id of the flow is no UUID. */
        PredictionUnfit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"] & {
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    statusCode?: 400;
                };
            };
        };
        /** @description The flow is bound to a key, and that key was not sent. */
        FlowLocked: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorText"];
            };
        };
        /** @description The flow names the origins that it allows, and that of the request is not among them. The text is that of the flow's settings. */
        OriginRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"] & {
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    statusCode?: 403;
                };
                "text/html": string;
            };
        };
        /** @description There is no such flow. */
        FlowUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"] & {
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    statusCode?: 404;
                };
            };
        };
        /** @description The body is larger than the server takes, 50 MB as it starts without settings. */
        BodyTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"] & {
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    statusCode?: 413;
                };
            };
        };
        /** @description The values of the body are not valid. */
        PredictionInvalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorText"];
            };
        };
        /** @description One address made more requests to the flow than its settings allow. The text is that of the settings. */
        TooManyRequests: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["RateLimit"];
                "X-RateLimit-Remaining": components["headers"]["RateRemaining"];
                "X-RateLimit-Reset": components["headers"]["RateReset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description The flow failed, its configuration does not fit the request, or the server failed. */
        PredictionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"] & {
                    /**
                     * @description The HTTP status.
                     * @constant
                     */
                    statusCode?: 500;
                };
            };
        };
        /** @description The body is no JSON. The message is that of the JavaScript parser. */
        MalformedJson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BadRequestFault"];
            };
        };
        /** @description The key is missing or wrong. */
        KeyRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorText"];
            };
        };
        /** @description The key does not have the permission. */
        PermissionMissing: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PermissionText"];
            };
        };
        /** @description The server failed, or there is no such execution. */
        ExecutionFault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServerFault"];
            };
        };
        /** @description The server failed. */
        ServerFault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServerFault"];
            };
        };
    };
    parameters: {
        /** @description Id of the flow. */
        FlowId: string;
        /** @description Id of the execution, as the answer of its prediction carries it. */
        ExecutionId: string;
    };
    requestBodies: {
        /**
         * @description The message, as JSON or, with files, as a form. In a form every field is a text. As soon as a form has a file, its fields count as the overrides of the flow: a field `sessionId`
         *     then sets the session, and `vars` is read as JSON.
         */
        Prediction: {
            content: {
                "application/json": components["schemas"]["PredictionRequest"];
                "multipart/form-data": components["schemas"]["PredictionForm"];
                "application/x-www-form-urlencoded": components["schemas"]["PredictionFields"];
            };
        };
    };
    headers: {
        /** @description The origin of the request, if it has one and the flow allows it. */
        AllowOrigin: string;
        /** @description On streams; keeps caches away. */
        CacheControl: string;
        /** @description On streams; keeps proxies from holding events back. */
        AccelBuffering: "no";
        /** @description Requests that one address may make to this flow in a period. Only on flows that have a limit. */
        RateLimit: number;
        /** @description Requests that are left in the period. Only on flows that have a limit. */
        RateRemaining: number;
        /** @description When the next period begins, in Unix seconds. Only on flows that have a limit. */
        RateReset: number;
        /** @description Seconds until the next period begins. */
        RetryAfter: number;
    };
    pathItems: never;
}
/** What went wrong, in the form of the documents or in that of the server. */
export type Refusal = components['schemas']['Refusal'];
/** What went wrong, as the documents show it, and as the check of keys says it. */
export type ErrorText = components['schemas']['ErrorText'];
/** What went wrong, as the server says it everywhere but where it checks keys. */
export type Fault = components['schemas']['Fault'];
/** A refusal with status 400. */
export type BadRequestFault = components['schemas']['BadRequestFault'];
/** A refusal with status 404. */
export type NotFoundFault = components['schemas']['NotFoundFault'];
/** A failure with status 500, which is also how most refusals come. */
export type ServerFault = components['schemas']['ServerFault'];
/** What the check of permissions says. */
export type PermissionText = components['schemas']['PermissionText'];
/** What to run a flow with: a question, a form for agentflows that start with one, or an answer to an agentflow that waits. A question and a filled form exclude each other. Unknown fields are passed over; those for evaluations and webhooks are for the product's own use. */
export type PredictionRequest = components['schemas']['PredictionRequest'];
/** A message with files. All other fields are texts. When there is a file, they count as overrides of the flow, of which `vars` is read as JSON. */
export type PredictionForm = components['schemas']['PredictionForm'];
/** A message as the fields of a form without files. */
export type PredictionFields = components['schemas']['PredictionFields'];
/** Inputs of nodes, by name, and what else a run shall differ in. Inputs are changed only where the settings of the flow allow it, and are passed over elsewhere. */
export type OverrideConfig = components['schemas']['OverrideConfig'];
/** One earlier message. */
export type HistoryMessage = components['schemas']['HistoryMessage'];
/** One thing that is sent along. For files and recordings the ending of the name has to fit the media type. */
export type Upload = components['schemas']['Upload'];
/** What a person decided, for an agentflow that waits. */
export type HumanInput = components['schemas']['HumanInput'];
/** What a flow answers when no events were asked for. Which of the forms it is depends on the kind of the flow. */
export type PredictionAnswer = components['schemas']['PredictionAnswer'];
/** What a chatflow or an assistant answers. More keys may come from its last node. */
export type ChatflowAnswer = components['schemas']['ChatflowAnswer'];
/** What an agentflow of version 2 answers. Tools, documents and artifacts stand with the nodes that they belong to. */
export type AgentflowAnswer = components['schemas']['AgentflowAnswer'];
/** What agents of the first version answer. Tools, documents and artifacts stand in `agentReasoning`. */
export type LegacyAgentsAnswer = components['schemas']['LegacyAgentsAnswer'];
/** The question as it was sent; missing when none was. */
export type EchoedQuestion = components['schemas']['EchoedQuestion'];
/** The chat. That of the request, else its session, else a new UUID. */
export type ChatId = components['schemas']['ChatId'];
/** The session. That of `overrideConfig`, else one that the memory of a chatflow is set to, else the chat. Missing when it is empty. */
export type SessionId = components['schemas']['SessionId'];
/** Id of the answer among the messages of the chat. */
export type MessageId = components['schemas']['MessageId'];
/** Questions that the person may ask next, where the flow is set up for it. In an answer it takes two parsings as JSON to get the list of texts, in events one. */
export type FollowUpPrompts = components['schemas']['FollowUpPrompts'];
/** A document that an answer draws on. */
export type SourceDocument = components['schemas']['SourceDocument'];
/** A tool that ran. */
export type UsedTool = components['schemas']['UsedTool'];
/** A tool that the model wants to run. */
export type CalledTool = components['schemas']['CalledTool'];
/** Something that was made on the way, such as an image. */
export type Artifact = components['schemas']['Artifact'];
/** A file that an answer speaks of. */
export type FileAnnotation = components['schemas']['FileAnnotation'];
/** What an assistant of OpenAI did. */
export type AssistantRun = components['schemas']['AssistantRun'];
/** What a flow that waits lets a person do. */
export type Action = components['schemas']['Action'];
/** What one agent of the first version did. Where it used no tool, its list holds null; so do the others. */
export type AgentReasoning = components['schemas']['AgentReasoning'];
/** How a run or a node stands. The server's own types name TIMEOUT as well, which nothing sets. */
export type RunState = components['schemas']['RunState'];
/** One node that ran, once. */
export type ExecutedNode = components['schemas']['ExecutedNode'];
/** What went into a node and what came out, or why it failed. */
export type ExecutedNodeData = components['schemas']['ExecutedNodeData'];
/** What came out of a node. What there is depends on the kind of the node; a model that fills a structure adds its keys. */
export type NodeOutput = components['schemas']['NodeOutput'];
/** How long a model worked. */
export type TimeMetadata = components['schemas']['TimeMetadata'];
/** What a model used up. More counts may come from its provider, and prices in US dollars where they are known. */
export type UsageMetadata = components['schemas']['UsageMetadata'];
/** What a model thought before it answered. */
export type ReasonContent = components['schemas']['ReasonContent'];
/** One message of a node's history. */
export type NodeMessage = components['schemas']['NodeMessage'];
/** The round of an iteration that a node ran in. */
export type IterationContext = components['schemas']['IterationContext'];
/** That the wish to stop is noted. */
export type AbortResult = components['schemas']['AbortResult'];
/** Whether a flow can stream. */
export type StreamingCheck = components['schemas']['StreamingCheck'];
/** What may be uploaded to a flow. */
export type UploadsConfig = components['schemas']['UploadsConfig'];
/** What one place of a flow takes. */
export type UploadLimit = components['schemas']['UploadLimit'];
/** How the chat window of a flow shall look. The settings of the window stand beside these keys. */
export type PublicChatbotConfig = components['schemas']['PublicChatbotConfig'];
/** A form with files. */
export type AttachmentForm = components['schemas']['AttachmentForm'];
/** The texts of files, in the order of the form. */
export type AttachmentList = components['schemas']['AttachmentList'];
/** The text of one file. */
export type Attachment = components['schemas']['Attachment'];
/** The record of one run of an agentflow. */
export type Execution = components['schemas']['Execution'];
/** One page of executions. */
export type ExecutionPage = components['schemas']['ExecutionPage'];
/** An execution with its flow. */
export type ListedExecution = components['schemas']['ListedExecution'];
/** The whole record of a flow. */
export type FlowRecord = components['schemas']['FlowRecord'];
/** What to change of an execution. */
export type ExecutionChange = components['schemas']['ExecutionChange'];
/** Which executions are meant. */
export type ExecutionSelection = components['schemas']['ExecutionSelection'];
/** How many executions were deleted. */
export type DeletedExecutions = components['schemas']['DeletedExecutions'];
/** That no executions were named. */
export type NothingSelected = components['schemas']['NothingSelected'];
/** Messages of a flow. */
export type ChatMessageList = components['schemas']['ChatMessageList'];
/** One message. What has no value is null here. */
export type ChatMessage = components['schemas']['ChatMessage'];
/** What somebody thinks of a message. */
export type NewFeedback = components['schemas']['NewFeedback'];
/** What to change of a feedback. */
export type FeedbackChange = components['schemas']['FeedbackChange'];
/** What somebody thinks of a message, as it is stored. */
export type Feedback = components['schemas']['Feedback'];
/** Feedback on a flow. */
export type FeedbackList = components['schemas']['FeedbackList'];
/** The changed feedback, as documented, or that it is changed. */
export type FeedbackChanged = components['schemas']['FeedbackChanged'];
/** That a feedback is changed. */
export type FeedbackNoted = components['schemas']['FeedbackNoted'];
/** Who talks to a flow. */
export type NewLead = components['schemas']['NewLead'];
/** Who talks to a flow, as it is stored. */
export type Lead = components['schemas']['Lead'];
/** Leads of a flow. */
export type LeadList = components['schemas']['LeadList'];
/** What to store. */
export type UpsertRequest = components['schemas']['UpsertRequest'];
/** Files to store. All other fields count as overrides of the flow. */
export type UpsertForm = components['schemas']['UpsertForm'];
/** What was stored. Which of the forms it is depends on the vector store. */
export type UpsertAnswer = components['schemas']['UpsertAnswer'];
/** What was stored. The counts besides `numAdded` come from a record manager. */
export type UpsertResult = components['schemas']['UpsertResult'];
/** That everything is stored, from stores that do not count. */
export type UpsertDone = components['schemas']['UpsertDone'];
/** Which release answers. */
export type Version = components['schemas']['Version'];
/** One frame of the stream. The name of the event stands in the data. */
export type PredictionStreamFrame = components['schemas']['PredictionStreamFrame'];
/** One event of a run. Which ones come depends on the kind of the flow. */
export type PredictionStreamEvent = components['schemas']['PredictionStreamEvent'];
/** The answer of a chatflow or of legacy agents begins. A chatflow sends its first piece of text, which comes again as the first `token` and is not to be shown twice; legacy agents send what they did so far. Agentflows never send it. */
export type StartEvent = components['schemas']['StartEvent'];
/** A piece of the answer, which may be empty. All pieces together are the answer. Nodes of an agentflow send it only if they are the last on their way, or ask a person. */
export type TokenEvent = components['schemas']['TokenEvent'];
/** A piece of what a model thinks before it answers. The last one is empty and says how long it took. */
export type ThinkingEvent = components['schemas']['ThinkingEvent'];
/** Documents that the answer draws on. */
export type SourceDocumentsEvent = components['schemas']['SourceDocumentsEvent'];
/** Tools that ran. */
export type UsedToolsEvent = components['schemas']['UsedToolsEvent'];
/** Things that were made on the way. */
export type ArtifactsEvent = components['schemas']['ArtifactsEvent'];
/** Files that the answer speaks of. */
export type FileAnnotationsEvent = components['schemas']['FileAnnotationsEvent'];
/** An assistant of OpenAI calls a tool. */
export type ToolEvent = components['schemas']['ToolEvent'];
/** Tools that a model wants to run, before they do; none at the end of every model that streams. */
export type CalledToolsEvent = components['schemas']['CalledToolsEvent'];
/** What the model of an agentflow that streams used up. */
export type UsageMetadataEvent = components['schemas']['UsageMetadataEvent'];
/** What legacy agents did so far, the whole of it after each turn. */
export type AgentReasoningEvent = components['schemas']['AgentReasoningEvent'];
/** Which legacy agent comes next. */
export type NextAgentEvent = components['schemas']['NextAgentEvent'];
/** One step of a tool agent that is set up to tell every one. */
export type AgentTraceEvent = components['schemas']['AgentTraceEvent'];
/** The step. */
export type AgentTrace = components['schemas']['AgentTrace'];
/** The agent decides what to do. */
export type AgentActionTrace = components['schemas']['AgentActionTrace'];
/** A tool begins. */
export type ToolStartTrace = components['schemas']['ToolStartTrace'];
/** A tool has answered. */
export type ToolEndTrace = components['schemas']['ToolEndTrace'];
/** A tool has failed. */
export type ToolErrorTrace = components['schemas']['ToolErrorTrace'];
/** Id by which steps belong together, where the library behind the agent gives one. */
export type TraceRunId = components['schemas']['TraceRunId'];
/** How the run of an agentflow stands. A run that stops to wait for a person says so twice, before and after the `action`. */
export type AgentFlowEvent = components['schemas']['AgentFlowEvent'];
/** How a node of an agentflow stands. One that is cancelled has not begun. */
export type NextAgentFlowEvent = components['schemas']['NextAgentFlowEvent'];
/** All nodes of an agentflow that ran so far, the whole of it after each node. A resumed run begins with those of the run before. The nodes inside an iteration stand before it, and come with it. */
export type AgentFlowExecutedDataEvent = components['schemas']['AgentFlowExecutedDataEvent'];
/** A person has to decide before the run goes on. */
export type ActionEvent = components['schemas']['ActionEvent'];
/** What the answer belongs to. The last but one event of every run that did not fail. */
export type MetadataEvent = components['schemas']['MetadataEvent'];
/** What the answer belongs to. What is empty is missing. The execution of an agentflow is not named; it is found by its session. */
export type Metadata = components['schemas']['Metadata'];
/** The answer is spoken from here on. */
export type TtsStartEvent = components['schemas']['TtsStartEvent'];
/** A piece of the spoken answer. */
export type TtsDataEvent = components['schemas']['TtsDataEvent'];
/** The answer has been spoken, or could not be. */
export type TtsEndEvent = components['schemas']['TtsEndEvent'];
/** Somebody stopped the speaking. The stream ends with it, without `end`. */
export type TtsAbortEvent = components['schemas']['TtsAbortEvent'];
/** Legacy agents were told to stop, and did. Metadata and the end follow. */
export type AbortEvent = components['schemas']['AbortEvent'];
/** The run failed, or could not begin. Nothing but the end follows. */
export type RunErrorEvent = components['schemas']['RunErrorEvent'];
/** The end. After a failure, too. */
export type EndEvent = components['schemas']['EndEvent'];
export type ResponsePredictionMade = components['responses']['PredictionMade'];
export type ResponsePredictionUnfit = components['responses']['PredictionUnfit'];
export type ResponseFlowLocked = components['responses']['FlowLocked'];
export type ResponseOriginRefused = components['responses']['OriginRefused'];
export type ResponseFlowUnknown = components['responses']['FlowUnknown'];
export type ResponseBodyTooLarge = components['responses']['BodyTooLarge'];
export type ResponsePredictionInvalid = components['responses']['PredictionInvalid'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponsePredictionFailed = components['responses']['PredictionFailed'];
export type ResponseMalformedJson = components['responses']['MalformedJson'];
export type ResponseKeyRefused = components['responses']['KeyRefused'];
export type ResponsePermissionMissing = components['responses']['PermissionMissing'];
export type ResponseExecutionFault = components['responses']['ExecutionFault'];
export type ResponseServerFault = components['responses']['ServerFault'];
export type ParameterFlowId = components['parameters']['FlowId'];
export type ParameterExecutionId = components['parameters']['ExecutionId'];
export type RequestBodyPrediction = components['requestBodies']['Prediction'];
export type HeaderAllowOrigin = components['headers']['AllowOrigin'];
export type HeaderCacheControl = components['headers']['CacheControl'];
export type HeaderAccelBuffering = components['headers']['AccelBuffering'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateRemaining = components['headers']['RateRemaining'];
export type HeaderRateReset = components['headers']['RateReset'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
/** Definitions of the document outside its components. */
export type $defs = Record<string, never>;
/** Every operation by its id. */
export interface operations {
    createPrediction: {
        parameters: {
            query?: never;
            header?: {
                /** @description `true` when a flow is called as a tool of another: an agentflow then does not stream. */
                "flowise-tool"?: "true";
            };
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["Prediction"];
        responses: {
            200: components["responses"]["PredictionMade"];
            400: components["responses"]["PredictionUnfit"];
            401: components["responses"]["FlowLocked"];
            403: components["responses"]["OriginRefused"];
            404: components["responses"]["FlowUnknown"];
            413: components["responses"]["BodyTooLarge"];
            422: components["responses"]["PredictionInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["PredictionFailed"];
        };
    };
    abortPrediction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                chatflowid: string;
                /** @description The chat whose run shall stop. */
                chatid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The wish is noted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbortResult"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    checkStreaming: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it can. */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamingCheck"];
                };
            };
            /** @description The server failed, or the flow does not exist. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    getPublicChatbotConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    "Access-Control-Allow-Origin": components["headers"]["AllowOrigin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicChatbotConfig"];
                };
            };
            /** @description The server failed, or the flow does not exist. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    getUploadsConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What may be uploaded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadsConfig"];
                };
            };
            /** @description The server failed, or the flow does not exist. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    createAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                chatflowId: string;
                /** @description The chat that the files belong to, begun already or not. */
                chatId: string;
            };
            cookie?: never;
        };
        /** @description A form with the files. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AttachmentForm"];
            };
        };
        responses: {
            /** @description The texts of the files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentList"];
                };
            };
            /** @description A file is of a type that the flow does not take, or it takes none. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description There is no such flow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description The form is not valid, or has no files. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description The server failed, or refuses what it was sent. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    getUploadedFile: {
        parameters: {
            query: {
                /** @description Id of the flow, a UUID. */
                chatflowId: string;
                /** @description The chat that the file belongs to. */
                chatId: string;
                /** @description Name of the file, without a path. */
                fileName: string;
                /** @description `true` says that browsers shall save the file. */
                download?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of the file. Its media type is not named. */
            200: {
                headers: {
                    /** @description Names the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "*/*": Blob;
                };
            };
            /** @description The id of the flow is no UUID, or the name of the file is unsafe. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description There is no such flow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundFault"];
                };
            };
            /** @description A parameter is missing, the file does not exist, or the server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    listExecutions: {
        parameters: {
            query?: {
                /** @description Only the execution with this id. */
                id?: string;
                /** @description Only executions of this flow. */
                agentflowId?: string;
                /** @description Only executions of flows whose name holds this text, in any case. */
                agentflowName?: string;
                /** @description Only executions of this session. */
                sessionId?: string;
                /** @description Only executions in this state; an unknown state is no filter. */
                state?: string;
                /** @description Only executions created at this ISO 8601 time or later. */
                startDate?: string;
                /** @description Only executions created at this ISO 8601 time or earlier. */
                endDate?: string;
                /** @description Number of the page, from 1. */
                page?: number;
                /** @description Executions on a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionPage"];
                };
            };
            401: components["responses"]["KeyRefused"];
            403: components["responses"]["PermissionMissing"];
            500: components["responses"]["ServerFault"];
        };
    };
    deleteExecutions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which ones. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionSelection"];
            };
        };
        responses: {
            /** @description How many were deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedExecutions"];
                };
            };
            /** @description No ids were sent, or the body is no JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NothingSelected"] | components["schemas"]["BadRequestFault"];
                };
            };
            401: components["responses"]["KeyRefused"];
            403: components["responses"]["PermissionMissing"];
            500: components["responses"]["ServerFault"];
        };
    };
    getExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the execution, as the answer of its prediction carries it. */
                id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            401: components["responses"]["KeyRefused"];
            403: components["responses"]["PermissionMissing"];
            500: components["responses"]["ExecutionFault"];
        };
    };
    updateExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the execution, as the answer of its prediction carries it. */
                id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionChange"];
            };
        };
        responses: {
            /** @description The changed record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["KeyRefused"];
            403: components["responses"]["PermissionMissing"];
            500: components["responses"]["ExecutionFault"];
        };
    };
    deleteExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the execution, as the answer of its prediction carries it. */
                id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were deleted; 0 for an unknown id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedExecutions"];
                };
            };
            401: components["responses"]["KeyRefused"];
            403: components["responses"]["PermissionMissing"];
            500: components["responses"]["ServerFault"];
        };
    };
    getPublicExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the execution, as the answer of its prediction carries it. */
                id: components["parameters"]["ExecutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The server failed, or there is no such execution, or it is not shared. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    listChatMessages: {
        parameters: {
            query?: {
                /** @description Only messages that came this way. */
                chatType?: "INTERNAL" | "EXTERNAL";
                /** @description Oldest first, or newest first. */
                order?: "ASC" | "DESC";
                /** @description Only messages of this chat. */
                chatId?: string;
                /** @description Only messages that went through this kind of memory. */
                memoryType?: string;
                /** @description Only messages of this session. */
                sessionId?: string;
                /** @description Only the message with this id. */
                messageId?: string;
                /** @description Only messages of this ISO 8601 time or later. */
                startDate?: string;
                /** @description Only messages of this ISO 8601 time or earlier. */
                endDate?: string;
                /** @description Joins each message with the feedback that was given on it. */
                feedback?: boolean;
                /** @description Only messages with this feedback; counts together with `feedback` only. */
                feedbackType?: "THUMBS_UP" | "THUMBS_DOWN";
            };
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatMessageList"];
                };
            };
            401: components["responses"]["KeyRefused"];
            /** @description The server failed, or the flow does not exist in the workspace of the key. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    createFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The feedback. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeedback"];
            };
        };
        responses: {
            /** @description The feedback as it was stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description The message is not named, what else is named does not fit it, or the body is no JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequestFault"];
                };
            };
            /** @description There is no such message. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundFault"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    listFeedback: {
        parameters: {
            query?: {
                /** @description Only feedback on this chat. */
                chatId?: string;
                /** @description Oldest first, or newest first. */
                sortOrder?: "asc" | "desc";
                /** @description Only feedback of this time or later; counts together with `endDate` only. */
                startDate?: string;
                /** @description Only feedback of this time or earlier; counts together with `startDate` only. */
                endDate?: string;
            };
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feedback. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackList"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    updateFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the feedback. */
                id: string;
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackChange"];
            };
        };
        responses: {
            /** @description The feedback is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackChanged"];
                };
            };
            /** @description What is sent does not fit the message, or the body is no JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BadRequestFault"];
                };
            };
            /** @description There is no such feedback. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundFault"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The address. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLead"];
            };
        };
        responses: {
            /** @description The lead as it was stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            400: components["responses"]["MalformedJson"];
            /** @description The lead is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    listLeads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The leads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadList"];
                };
            };
            401: components["responses"]["KeyRefused"];
            /** @description There is no such flow in the workspace, or nobody is logged in. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFoundFault"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
    upsertVectors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the flow. */
                id: components["parameters"]["FlowId"];
            };
            cookie?: never;
        };
        /** @description What to store, and where. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpsertRequest"];
                "multipart/form-data": components["schemas"]["UpsertForm"];
            };
        };
        responses: {
            /** @description What was stored. */
            200: {
                headers: {
                    "X-RateLimit-Limit": components["headers"]["RateLimit"];
                    "X-RateLimit-Remaining": components["headers"]["RateRemaining"];
                    "X-RateLimit-Reset": components["headers"]["RateReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertAnswer"];
                };
            };
            400: components["responses"]["MalformedJson"];
            401: components["responses"]["KeyRefused"];
            /** @description There is no such flow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            /** @description The request is not valid. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fault"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description The server failed, or cannot do what is asked. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": "pong";
                    "text/html": "pong";
                };
            };
            /** @description The server failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerFault"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            500: components["responses"]["ServerFault"];
        };
    };
}

/** Every event that a stream of this API may carry; `switch` on its name to narrow it. */
export type StreamEvent = PredictionStreamEvent

/** Reads a stream of this API as it arrives: `for await (const event of readEvents(response))`. */
export const readEvents: ReadEvents<StreamEvent> = createEventReader<StreamEvent>("sse")
