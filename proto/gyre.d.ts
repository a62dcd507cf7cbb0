import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace gyre. */
export namespace gyre {

    /**
     * Properties of a Packet.
     * @deprecated Use gyre.Packet.$Properties instead.
     */
    interface IPacket extends gyre.Packet.$Properties {
    }

    /** Represents a Packet. */
    class Packet {

        /**
         * Constructs a new Packet.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Packet.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Packet label. */
        label: number;

        /** Packet from. */
        from: Uint8Array;

        /** Packet viewLow. */
        viewLow: number;

        /** Packet viewHigh. */
        viewHigh: number;

        /** Packet ping. */
        ping?: (gyre.Ping.$Properties|null);

        /** Packet ack. */
        ack?: (gyre.Ack.$Properties|null);

        /** Packet pingReq. */
        pingReq?: (gyre.PingReq.$Properties|null);

        /** Packet nack. */
        nack?: (gyre.Nack.$Properties|null);

        /** Packet message. */
        message?: (Uint8Array|null);

        /** Packet updates. */
        updates: gyre.Update.$Properties[];

        /** Packet body. */
        body?: ("ping"|"ack"|"pingReq"|"nack"|"message");

        /**
         * Creates a new Packet instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Packet instance
         */
        static create(properties: gyre.Packet.$Shape): gyre.Packet & gyre.Packet.$Shape;
        static create(properties?: gyre.Packet.$Properties): gyre.Packet;

        /**
         * Encodes the specified Packet message. Does not implicitly {@link gyre.Packet.verify|verify} messages.
         * @param message Packet message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Packet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Packet message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Packet & gyre.Packet.$Shape} Packet
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Packet & gyre.Packet.$Shape;
    }

    namespace Packet {

        /** Properties of a Packet. */
        interface $Properties {

            /** Packet label */
            label?: (number|null);

            /** Packet from */
            from?: (Uint8Array|null);

            /** Packet viewLow */
            viewLow?: (number|null);

            /** Packet viewHigh */
            viewHigh?: (number|null);

            /** Packet ping */
            ping?: (gyre.Ping.$Properties|null);

            /** Packet ack */
            ack?: (gyre.Ack.$Properties|null);

            /** Packet pingReq */
            pingReq?: (gyre.PingReq.$Properties|null);

            /** Packet nack */
            nack?: (gyre.Nack.$Properties|null);

            /** Packet message */
            message?: (Uint8Array|null);

            /** Packet updates */
            updates?: (gyre.Update.$Properties[]|null);

            /** Packet body */
            body?: ("ping"|"ack"|"pingReq"|"nack"|"message");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Packet. */
        type $Shape = {
          label?: number|null;
          from?: Uint8Array|null;
          viewLow?: number|null;
          viewHigh?: number|null;
          ping?: gyre.Ping.$Shape|null;
          ack?: gyre.Ack.$Shape|null;
          pingReq?: gyre.PingReq.$Shape|null;
          nack?: gyre.Nack.$Shape|null;
          message?: Uint8Array|null;
          updates?: gyre.Update.$Shape[]|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; ping?: null; ack?: null; pingReq?: null; nack?: null; message?: null }|{ body?: "ping"; ping: gyre.Ping.$Shape; ack?: null; pingReq?: null; nack?: null; message?: null }|{ body?: "ack"; ping?: null; ack: gyre.Ack.$Shape; pingReq?: null; nack?: null; message?: null }|{ body?: "pingReq"; ping?: null; ack?: null; pingReq: gyre.PingReq.$Shape; nack?: null; message?: null }|{ body?: "nack"; ping?: null; ack?: null; pingReq?: null; nack: gyre.Nack.$Shape; message?: null }|{ body?: "message"; ping?: null; ack?: null; pingReq?: null; nack?: null; message: Uint8Array })
        );
    }

    /**
     * Properties of a Ping.
     * @deprecated Use gyre.Ping.$Properties instead.
     */
    interface IPing extends gyre.Ping.$Properties {
    }

    /** Represents a Ping. */
    class Ping {

        /**
         * Constructs a new Ping.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Ping.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ping sequence. */
        sequence: number;

        /** Ping target. */
        target: Uint8Array;

        /**
         * Creates a new Ping instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ping instance
         */
        static create(properties: gyre.Ping.$Shape): gyre.Ping & gyre.Ping.$Shape;
        static create(properties?: gyre.Ping.$Properties): gyre.Ping;

        /**
         * Encodes the specified Ping message. Does not implicitly {@link gyre.Ping.verify|verify} messages.
         * @param message Ping message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Ping.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Ping message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Ping & gyre.Ping.$Shape} Ping
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Ping & gyre.Ping.$Shape;
    }

    namespace Ping {

        /** Properties of a Ping. */
        interface $Properties {

            /** Ping sequence */
            sequence?: (number|null);

            /** Ping target */
            target?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Ping. */
        type $Shape = gyre.Ping.$Properties;
    }

    /**
     * Properties of an Ack.
     * @deprecated Use gyre.Ack.$Properties instead.
     */
    interface IAck extends gyre.Ack.$Properties {
    }

    /** Represents an Ack. */
    class Ack {

        /**
         * Constructs a new Ack.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Ack.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ack sequence. */
        sequence: number;

        /**
         * Creates a new Ack instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ack instance
         */
        static create(properties: gyre.Ack.$Shape): gyre.Ack & gyre.Ack.$Shape;
        static create(properties?: gyre.Ack.$Properties): gyre.Ack;

        /**
         * Encodes the specified Ack message. Does not implicitly {@link gyre.Ack.verify|verify} messages.
         * @param message Ack message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Ack message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Ack & gyre.Ack.$Shape} Ack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Ack & gyre.Ack.$Shape;
    }

    namespace Ack {

        /** Properties of an Ack. */
        interface $Properties {

            /** Ack sequence */
            sequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Ack. */
        type $Shape = gyre.Ack.$Properties;
    }

    /**
     * Properties of a PingReq.
     * @deprecated Use gyre.PingReq.$Properties instead.
     */
    interface IPingReq extends gyre.PingReq.$Properties {
    }

    /** Represents a PingReq. */
    class PingReq {

        /**
         * Constructs a new PingReq.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.PingReq.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PingReq sequence. */
        sequence: number;

        /** PingReq target. */
        target: Uint8Array;

        /** PingReq budgetMs. */
        budgetMs: number;

        /**
         * Creates a new PingReq instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PingReq instance
         */
        static create(properties: gyre.PingReq.$Shape): gyre.PingReq & gyre.PingReq.$Shape;
        static create(properties?: gyre.PingReq.$Properties): gyre.PingReq;

        /**
         * Encodes the specified PingReq message. Does not implicitly {@link gyre.PingReq.verify|verify} messages.
         * @param message PingReq message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.PingReq.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PingReq message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.PingReq & gyre.PingReq.$Shape} PingReq
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.PingReq & gyre.PingReq.$Shape;
    }

    namespace PingReq {

        /** Properties of a PingReq. */
        interface $Properties {

            /** PingReq sequence */
            sequence?: (number|null);

            /** PingReq target */
            target?: (Uint8Array|null);

            /** PingReq budgetMs */
            budgetMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PingReq. */
        type $Shape = gyre.PingReq.$Properties;
    }

    /**
     * Properties of a Nack.
     * @deprecated Use gyre.Nack.$Properties instead.
     */
    interface INack extends gyre.Nack.$Properties {
    }

    /** Represents a Nack. */
    class Nack {

        /**
         * Constructs a new Nack.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Nack.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Nack sequence. */
        sequence: number;

        /**
         * Creates a new Nack instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Nack instance
         */
        static create(properties: gyre.Nack.$Shape): gyre.Nack & gyre.Nack.$Shape;
        static create(properties?: gyre.Nack.$Properties): gyre.Nack;

        /**
         * Encodes the specified Nack message. Does not implicitly {@link gyre.Nack.verify|verify} messages.
         * @param message Nack message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Nack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Nack message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Nack & gyre.Nack.$Shape} Nack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Nack & gyre.Nack.$Shape;
    }

    namespace Nack {

        /** Properties of a Nack. */
        interface $Properties {

            /** Nack sequence */
            sequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Nack. */
        type $Shape = gyre.Nack.$Properties;
    }

    /**
     * Properties of an Update.
     * @deprecated Use gyre.Update.$Properties instead.
     */
    interface IUpdate extends gyre.Update.$Properties {
    }

    /** Represents an Update. */
    class Update {

        /**
         * Constructs a new Update.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Update.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Update word. */
        word: number;

        /** Update id. */
        id: Uint8Array;

        /** Update endpoint. */
        endpoint: Uint8Array;

        /** Update meta. */
        meta: Uint8Array;

        /** Update accuser. */
        accuser: number;

        /** Update degraded. */
        degraded: boolean;

        /** Update proof. */
        proof: Uint8Array;

        /**
         * Creates a new Update instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Update instance
         */
        static create(properties: gyre.Update.$Shape): gyre.Update & gyre.Update.$Shape;
        static create(properties?: gyre.Update.$Properties): gyre.Update;

        /**
         * Encodes the specified Update message. Does not implicitly {@link gyre.Update.verify|verify} messages.
         * @param message Update message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Update.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Update message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Update & gyre.Update.$Shape} Update
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Update & gyre.Update.$Shape;
    }

    namespace Update {

        /** Properties of an Update. */
        interface $Properties {

            /** Update word */
            word?: (number|null);

            /** Update id */
            id?: (Uint8Array|null);

            /** Update endpoint */
            endpoint?: (Uint8Array|null);

            /** Update meta */
            meta?: (Uint8Array|null);

            /** Update accuser */
            accuser?: (number|null);

            /** Update degraded */
            degraded?: (boolean|null);

            /** Update proof */
            proof?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Update. */
        type $Shape = gyre.Update.$Properties;
    }

    /**
     * Properties of a StreamMessage.
     * @deprecated Use gyre.StreamMessage.$Properties instead.
     */
    interface IStreamMessage extends gyre.StreamMessage.$Properties {
    }

    /** Represents a StreamMessage. */
    class StreamMessage {

        /**
         * Constructs a new StreamMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.StreamMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StreamMessage offer. */
        offer?: (gyre.SyncOffer.$Properties|null);

        /** StreamMessage answer. */
        answer?: (gyre.SyncAnswer.$Properties|null);

        /** StreamMessage close. */
        close?: (gyre.SyncClose.$Properties|null);

        /** StreamMessage ping. */
        ping?: (gyre.Ping.$Properties|null);

        /** StreamMessage ack. */
        ack?: (gyre.Ack.$Properties|null);

        /** StreamMessage keyChange. */
        keyChange?: (gyre.KeyChange.$Properties|null);

        /** StreamMessage keyDone. */
        keyDone?: (gyre.KeyDone.$Properties|null);

        /** StreamMessage watch. */
        watch?: (gyre.Watch.$Properties|null);

        /** StreamMessage watching. */
        watching?: (gyre.Watching.$Properties|null);

        /** StreamMessage channelOpen. */
        channelOpen?: (gyre.ChannelOpen.$Properties|null);

        /** StreamMessage channelOpened. */
        channelOpened?: (gyre.ChannelOpened.$Properties|null);

        /** StreamMessage call. */
        call?: (gyre.Call.$Properties|null);

        /** StreamMessage reply. */
        reply?: (gyre.Reply.$Properties|null);

        /** StreamMessage cancel. */
        cancel?: (gyre.Cancel.$Properties|null);

        /** StreamMessage ask. */
        ask?: (gyre.Ask.$Properties|null);

        /** StreamMessage told. */
        told?: (gyre.Told.$Properties|null);

        /** StreamMessage body. */
        body?: ("offer"|"answer"|"close"|"ping"|"ack"|"keyChange"|"keyDone"|"watch"|"watching"|"channelOpen"|"channelOpened"|"call"|"reply"|"cancel"|"ask"|"told");

        /**
         * Creates a new StreamMessage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StreamMessage instance
         */
        static create(properties: gyre.StreamMessage.$Shape): gyre.StreamMessage & gyre.StreamMessage.$Shape;
        static create(properties?: gyre.StreamMessage.$Properties): gyre.StreamMessage;

        /**
         * Encodes the specified StreamMessage message. Does not implicitly {@link gyre.StreamMessage.verify|verify} messages.
         * @param message StreamMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.StreamMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StreamMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.StreamMessage & gyre.StreamMessage.$Shape} StreamMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.StreamMessage & gyre.StreamMessage.$Shape;
    }

    namespace StreamMessage {

        /** Properties of a StreamMessage. */
        interface $Properties {

            /** StreamMessage offer */
            offer?: (gyre.SyncOffer.$Properties|null);

            /** StreamMessage answer */
            answer?: (gyre.SyncAnswer.$Properties|null);

            /** StreamMessage close */
            close?: (gyre.SyncClose.$Properties|null);

            /** StreamMessage ping */
            ping?: (gyre.Ping.$Properties|null);

            /** StreamMessage ack */
            ack?: (gyre.Ack.$Properties|null);

            /** StreamMessage keyChange */
            keyChange?: (gyre.KeyChange.$Properties|null);

            /** StreamMessage keyDone */
            keyDone?: (gyre.KeyDone.$Properties|null);

            /** StreamMessage watch */
            watch?: (gyre.Watch.$Properties|null);

            /** StreamMessage watching */
            watching?: (gyre.Watching.$Properties|null);

            /** StreamMessage channelOpen */
            channelOpen?: (gyre.ChannelOpen.$Properties|null);

            /** StreamMessage channelOpened */
            channelOpened?: (gyre.ChannelOpened.$Properties|null);

            /** StreamMessage call */
            call?: (gyre.Call.$Properties|null);

            /** StreamMessage reply */
            reply?: (gyre.Reply.$Properties|null);

            /** StreamMessage cancel */
            cancel?: (gyre.Cancel.$Properties|null);

            /** StreamMessage ask */
            ask?: (gyre.Ask.$Properties|null);

            /** StreamMessage told */
            told?: (gyre.Told.$Properties|null);

            /** StreamMessage body */
            body?: ("offer"|"answer"|"close"|"ping"|"ack"|"keyChange"|"keyDone"|"watch"|"watching"|"channelOpen"|"channelOpened"|"call"|"reply"|"cancel"|"ask"|"told");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a StreamMessage. */
        type $Shape = {
          offer?: gyre.SyncOffer.$Shape|null;
          answer?: gyre.SyncAnswer.$Shape|null;
          close?: gyre.SyncClose.$Shape|null;
          ping?: gyre.Ping.$Shape|null;
          ack?: gyre.Ack.$Shape|null;
          keyChange?: gyre.KeyChange.$Shape|null;
          keyDone?: gyre.KeyDone.$Shape|null;
          watch?: gyre.Watch.$Shape|null;
          watching?: gyre.Watching.$Shape|null;
          channelOpen?: gyre.ChannelOpen.$Shape|null;
          channelOpened?: gyre.ChannelOpened.$Shape|null;
          call?: gyre.Call.$Shape|null;
          reply?: gyre.Reply.$Shape|null;
          cancel?: gyre.Cancel.$Shape|null;
          ask?: gyre.Ask.$Shape|null;
          told?: gyre.Told.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "offer"; offer: gyre.SyncOffer.$Shape; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "answer"; offer?: null; answer: gyre.SyncAnswer.$Shape; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "close"; offer?: null; answer?: null; close: gyre.SyncClose.$Shape; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "ping"; offer?: null; answer?: null; close?: null; ping: gyre.Ping.$Shape; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "ack"; offer?: null; answer?: null; close?: null; ping?: null; ack: gyre.Ack.$Shape; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "keyChange"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange: gyre.KeyChange.$Shape; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "keyDone"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone: gyre.KeyDone.$Shape; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "watch"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch: gyre.Watch.$Shape; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "watching"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching: gyre.Watching.$Shape; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "channelOpen"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen: gyre.ChannelOpen.$Shape; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "channelOpened"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened: gyre.ChannelOpened.$Shape; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "call"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call: gyre.Call.$Shape; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "reply"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply: gyre.Reply.$Shape; cancel?: null; ask?: null; told?: null }|{ body?: "cancel"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel: gyre.Cancel.$Shape; ask?: null; told?: null }|{ body?: "ask"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask: gyre.Ask.$Shape; told?: null }|{ body?: "told"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told: gyre.Told.$Shape })
        );
    }

    /**
     * Properties of an Ask.
     * @deprecated Use gyre.Ask.$Properties instead.
     */
    interface IAsk extends gyre.Ask.$Properties {
    }

    /** Represents an Ask. */
    class Ask {

        /**
         * Constructs a new Ask.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Ask.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ask about. */
        about: Uint8Array;

        /**
         * Creates a new Ask instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ask instance
         */
        static create(properties: gyre.Ask.$Shape): gyre.Ask & gyre.Ask.$Shape;
        static create(properties?: gyre.Ask.$Properties): gyre.Ask;

        /**
         * Encodes the specified Ask message. Does not implicitly {@link gyre.Ask.verify|verify} messages.
         * @param message Ask message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Ask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Ask message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Ask & gyre.Ask.$Shape} Ask
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Ask & gyre.Ask.$Shape;
    }

    namespace Ask {

        /** Properties of an Ask. */
        interface $Properties {

            /** Ask about */
            about?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Ask. */
        type $Shape = gyre.Ask.$Properties;
    }

    /**
     * Properties of a Told.
     * @deprecated Use gyre.Told.$Properties instead.
     */
    interface ITold extends gyre.Told.$Properties {
    }

    /** Represents a Told. */
    class Told {

        /**
         * Constructs a new Told.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Told.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Told id. */
        id: string;

        /** Told state. */
        state: string;

        /** Told incarnation. */
        incarnation: number;

        /** Told degraded. */
        degraded: boolean;

        /** Told suspicion. */
        suspicion?: (gyre.ToldSuspicion.$Properties|null);

        /** Told events. */
        events: gyre.ToldEvent.$Properties[];

        /**
         * Creates a new Told instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Told instance
         */
        static create(properties: gyre.Told.$Shape): gyre.Told & gyre.Told.$Shape;
        static create(properties?: gyre.Told.$Properties): gyre.Told;

        /**
         * Encodes the specified Told message. Does not implicitly {@link gyre.Told.verify|verify} messages.
         * @param message Told message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Told.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Told message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Told & gyre.Told.$Shape} Told
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Told & gyre.Told.$Shape;
    }

    namespace Told {

        /** Properties of a Told. */
        interface $Properties {

            /** Told id */
            id?: (string|null);

            /** Told state */
            state?: (string|null);

            /** Told incarnation */
            incarnation?: (number|null);

            /** Told degraded */
            degraded?: (boolean|null);

            /** Told suspicion */
            suspicion?: (gyre.ToldSuspicion.$Properties|null);

            /** Told events */
            events?: (gyre.ToldEvent.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Told. */
        type $Shape = gyre.Told.$Properties;
    }

    /**
     * Properties of a ToldSuspicion.
     * @deprecated Use gyre.ToldSuspicion.$Properties instead.
     */
    interface IToldSuspicion extends gyre.ToldSuspicion.$Properties {
    }

    /** Represents a ToldSuspicion. */
    class ToldSuspicion {

        /**
         * Constructs a new ToldSuspicion.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.ToldSuspicion.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ToldSuspicion agoMs. */
        agoMs: number;

        /** ToldSuspicion leftMs. */
        leftMs: number;

        /** ToldSuspicion accusers. */
        accusers: string[];

        /**
         * Creates a new ToldSuspicion instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ToldSuspicion instance
         */
        static create(properties: gyre.ToldSuspicion.$Shape): gyre.ToldSuspicion & gyre.ToldSuspicion.$Shape;
        static create(properties?: gyre.ToldSuspicion.$Properties): gyre.ToldSuspicion;

        /**
         * Encodes the specified ToldSuspicion message. Does not implicitly {@link gyre.ToldSuspicion.verify|verify} messages.
         * @param message ToldSuspicion message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.ToldSuspicion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ToldSuspicion message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.ToldSuspicion & gyre.ToldSuspicion.$Shape} ToldSuspicion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.ToldSuspicion & gyre.ToldSuspicion.$Shape;
    }

    namespace ToldSuspicion {

        /** Properties of a ToldSuspicion. */
        interface $Properties {

            /** ToldSuspicion agoMs */
            agoMs?: (number|null);

            /** ToldSuspicion leftMs */
            leftMs?: (number|null);

            /** ToldSuspicion accusers */
            accusers?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ToldSuspicion. */
        type $Shape = gyre.ToldSuspicion.$Properties;
    }

    /**
     * Properties of a ToldEvent.
     * @deprecated Use gyre.ToldEvent.$Properties instead.
     */
    interface IToldEvent extends gyre.ToldEvent.$Properties {
    }

    /** Represents a ToldEvent. */
    class ToldEvent {

        /**
         * Constructs a new ToldEvent.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.ToldEvent.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ToldEvent agoMs. */
        agoMs: number;

        /** ToldEvent what. */
        what: string;

        /** ToldEvent by. */
        by: string;

        /** ToldEvent rttMs. */
        rttMs: number;

        /**
         * Creates a new ToldEvent instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ToldEvent instance
         */
        static create(properties: gyre.ToldEvent.$Shape): gyre.ToldEvent & gyre.ToldEvent.$Shape;
        static create(properties?: gyre.ToldEvent.$Properties): gyre.ToldEvent;

        /**
         * Encodes the specified ToldEvent message. Does not implicitly {@link gyre.ToldEvent.verify|verify} messages.
         * @param message ToldEvent message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.ToldEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ToldEvent message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.ToldEvent & gyre.ToldEvent.$Shape} ToldEvent
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.ToldEvent & gyre.ToldEvent.$Shape;
    }

    namespace ToldEvent {

        /** Properties of a ToldEvent. */
        interface $Properties {

            /** ToldEvent agoMs */
            agoMs?: (number|null);

            /** ToldEvent what */
            what?: (string|null);

            /** ToldEvent by */
            by?: (string|null);

            /** ToldEvent rttMs */
            rttMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ToldEvent. */
        type $Shape = gyre.ToldEvent.$Properties;
    }

    /**
     * Properties of a ChannelOpen.
     * @deprecated Use gyre.ChannelOpen.$Properties instead.
     */
    interface IChannelOpen extends gyre.ChannelOpen.$Properties {
    }

    /** Represents a ChannelOpen. */
    class ChannelOpen {

        /**
         * Constructs a new ChannelOpen.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.ChannelOpen.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ChannelOpen label. */
        label: number;

        /** ChannelOpen from. */
        from: Uint8Array;

        /** ChannelOpen target. */
        target: Uint8Array;

        /**
         * Creates a new ChannelOpen instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ChannelOpen instance
         */
        static create(properties: gyre.ChannelOpen.$Shape): gyre.ChannelOpen & gyre.ChannelOpen.$Shape;
        static create(properties?: gyre.ChannelOpen.$Properties): gyre.ChannelOpen;

        /**
         * Encodes the specified ChannelOpen message. Does not implicitly {@link gyre.ChannelOpen.verify|verify} messages.
         * @param message ChannelOpen message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.ChannelOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ChannelOpen message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.ChannelOpen & gyre.ChannelOpen.$Shape} ChannelOpen
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.ChannelOpen & gyre.ChannelOpen.$Shape;
    }

    namespace ChannelOpen {

        /** Properties of a ChannelOpen. */
        interface $Properties {

            /** ChannelOpen label */
            label?: (number|null);

            /** ChannelOpen from */
            from?: (Uint8Array|null);

            /** ChannelOpen target */
            target?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ChannelOpen. */
        type $Shape = gyre.ChannelOpen.$Properties;
    }

    /**
     * Properties of a ChannelOpened.
     * @deprecated Use gyre.ChannelOpened.$Properties instead.
     */
    interface IChannelOpened extends gyre.ChannelOpened.$Properties {
    }

    /** Represents a ChannelOpened. */
    class ChannelOpened {

        /**
         * Constructs a new ChannelOpened.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.ChannelOpened.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ChannelOpened refusal. */
        refusal: string;

        /**
         * Creates a new ChannelOpened instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ChannelOpened instance
         */
        static create(properties: gyre.ChannelOpened.$Shape): gyre.ChannelOpened & gyre.ChannelOpened.$Shape;
        static create(properties?: gyre.ChannelOpened.$Properties): gyre.ChannelOpened;

        /**
         * Encodes the specified ChannelOpened message. Does not implicitly {@link gyre.ChannelOpened.verify|verify} messages.
         * @param message ChannelOpened message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.ChannelOpened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ChannelOpened message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.ChannelOpened & gyre.ChannelOpened.$Shape} ChannelOpened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.ChannelOpened & gyre.ChannelOpened.$Shape;
    }

    namespace ChannelOpened {

        /** Properties of a ChannelOpened. */
        interface $Properties {

            /** ChannelOpened refusal */
            refusal?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ChannelOpened. */
        type $Shape = gyre.ChannelOpened.$Properties;
    }

    /**
     * Properties of a Call.
     * @deprecated Use gyre.Call.$Properties instead.
     */
    interface ICall extends gyre.Call.$Properties {
    }

    /** Represents a Call. */
    class Call {

        /**
         * Constructs a new Call.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Call.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Call id. */
        id: number;

        /** Call kind. */
        kind: number;

        /** Call topic. */
        topic: string;

        /** Call body. */
        body: Uint8Array;

        /** Call timeoutMs. */
        timeoutMs: number;

        /**
         * Creates a new Call instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Call instance
         */
        static create(properties: gyre.Call.$Shape): gyre.Call & gyre.Call.$Shape;
        static create(properties?: gyre.Call.$Properties): gyre.Call;

        /**
         * Encodes the specified Call message. Does not implicitly {@link gyre.Call.verify|verify} messages.
         * @param message Call message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Call.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Call message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Call & gyre.Call.$Shape} Call
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Call & gyre.Call.$Shape;
    }

    namespace Call {

        /** Properties of a Call. */
        interface $Properties {

            /** Call id */
            id?: (number|null);

            /** Call kind */
            kind?: (number|null);

            /** Call topic */
            topic?: (string|null);

            /** Call body */
            body?: (Uint8Array|null);

            /** Call timeoutMs */
            timeoutMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Call. */
        type $Shape = gyre.Call.$Properties;
    }

    /**
     * Properties of a Reply.
     * @deprecated Use gyre.Reply.$Properties instead.
     */
    interface IReply extends gyre.Reply.$Properties {
    }

    /** Represents a Reply. */
    class Reply {

        /**
         * Constructs a new Reply.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Reply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Reply id. */
        id: number;

        /** Reply failure. */
        failure: string;

        /** Reply reason. */
        reason: string;

        /** Reply body. */
        body: Uint8Array;

        /**
         * Creates a new Reply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Reply instance
         */
        static create(properties: gyre.Reply.$Shape): gyre.Reply & gyre.Reply.$Shape;
        static create(properties?: gyre.Reply.$Properties): gyre.Reply;

        /**
         * Encodes the specified Reply message. Does not implicitly {@link gyre.Reply.verify|verify} messages.
         * @param message Reply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Reply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Reply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Reply & gyre.Reply.$Shape} Reply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Reply & gyre.Reply.$Shape;
    }

    namespace Reply {

        /** Properties of a Reply. */
        interface $Properties {

            /** Reply id */
            id?: (number|null);

            /** Reply failure */
            failure?: (string|null);

            /** Reply reason */
            reason?: (string|null);

            /** Reply body */
            body?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Reply. */
        type $Shape = gyre.Reply.$Properties;
    }

    /**
     * Properties of a Cancel.
     * @deprecated Use gyre.Cancel.$Properties instead.
     */
    interface ICancel extends gyre.Cancel.$Properties {
    }

    /** Represents a Cancel. */
    class Cancel {

        /**
         * Constructs a new Cancel.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Cancel.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Cancel id. */
        id: number;

        /**
         * Creates a new Cancel instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Cancel instance
         */
        static create(properties: gyre.Cancel.$Shape): gyre.Cancel & gyre.Cancel.$Shape;
        static create(properties?: gyre.Cancel.$Properties): gyre.Cancel;

        /**
         * Encodes the specified Cancel message. Does not implicitly {@link gyre.Cancel.verify|verify} messages.
         * @param message Cancel message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Cancel message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Cancel & gyre.Cancel.$Shape} Cancel
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Cancel & gyre.Cancel.$Shape;
    }

    namespace Cancel {

        /** Properties of a Cancel. */
        interface $Properties {

            /** Cancel id */
            id?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Cancel. */
        type $Shape = gyre.Cancel.$Properties;
    }

    /**
     * Properties of a UserPacket.
     * @deprecated Use gyre.UserPacket.$Properties instead.
     */
    interface IUserPacket extends gyre.UserPacket.$Properties {
    }

    /** Represents a UserPacket. */
    class UserPacket {

        /**
         * Constructs a new UserPacket.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.UserPacket.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** UserPacket datagram. */
        datagram?: (gyre.Datagram.$Properties|null);

        /** UserPacket broadcasts. */
        broadcasts: gyre.Broadcast.$Properties[];

        /** UserPacket facts. */
        facts: gyre.Facts.$Properties[];

        /** UserPacket stateLow. */
        stateLow: number;

        /** UserPacket stateHigh. */
        stateHigh: number;

        /** UserPacket ring. */
        ring?: (gyre.RingPacket.$Properties|null);

        /**
         * Creates a new UserPacket instance using the specified properties.
         * @param [properties] Properties to set
         * @returns UserPacket instance
         */
        static create(properties: gyre.UserPacket.$Shape): gyre.UserPacket & gyre.UserPacket.$Shape;
        static create(properties?: gyre.UserPacket.$Properties): gyre.UserPacket;

        /**
         * Encodes the specified UserPacket message. Does not implicitly {@link gyre.UserPacket.verify|verify} messages.
         * @param message UserPacket message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.UserPacket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a UserPacket message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.UserPacket & gyre.UserPacket.$Shape} UserPacket
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.UserPacket & gyre.UserPacket.$Shape;
    }

    namespace UserPacket {

        /** Properties of a UserPacket. */
        interface $Properties {

            /** UserPacket datagram */
            datagram?: (gyre.Datagram.$Properties|null);

            /** UserPacket broadcasts */
            broadcasts?: (gyre.Broadcast.$Properties[]|null);

            /** UserPacket facts */
            facts?: (gyre.Facts.$Properties[]|null);

            /** UserPacket stateLow */
            stateLow?: (number|null);

            /** UserPacket stateHigh */
            stateHigh?: (number|null);

            /** UserPacket ring */
            ring?: (gyre.RingPacket.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a UserPacket. */
        type $Shape = {
          datagram?: gyre.Datagram.$Shape|null;
          broadcasts?: gyre.Broadcast.$Shape[]|null;
          facts?: gyre.Facts.$Shape[]|null;
          stateLow?: number|null;
          stateHigh?: number|null;
          ring?: gyre.RingPacket.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Forwarded.
     * @deprecated Use gyre.Forwarded.$Properties instead.
     */
    interface IForwarded extends gyre.Forwarded.$Properties {
    }

    /** Represents a Forwarded. */
    class Forwarded {

        /**
         * Constructs a new Forwarded.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Forwarded.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Forwarded text. */
        text?: (string|null);

        /** Forwarded number. */
        number?: (number|null);

        /** Forwarded bytes. */
        bytes?: (Uint8Array|null);

        /** Forwarded body. */
        body: Uint8Array;

        /** Forwarded hedged. */
        hedged: boolean;

        /** Forwarded key. */
        key?: ("text"|"number"|"bytes");

        /**
         * Creates a new Forwarded instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Forwarded instance
         */
        static create(properties: gyre.Forwarded.$Shape): gyre.Forwarded & gyre.Forwarded.$Shape;
        static create(properties?: gyre.Forwarded.$Properties): gyre.Forwarded;

        /**
         * Encodes the specified Forwarded message. Does not implicitly {@link gyre.Forwarded.verify|verify} messages.
         * @param message Forwarded message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Forwarded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Forwarded message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Forwarded & gyre.Forwarded.$Shape} Forwarded
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Forwarded & gyre.Forwarded.$Shape;
    }

    namespace Forwarded {

        /** Properties of a Forwarded. */
        interface $Properties {

            /** Forwarded text */
            text?: (string|null);

            /** Forwarded number */
            number?: (number|null);

            /** Forwarded bytes */
            bytes?: (Uint8Array|null);

            /** Forwarded body */
            body?: (Uint8Array|null);

            /** Forwarded hedged */
            hedged?: (boolean|null);

            /** Forwarded key */
            key?: ("text"|"number"|"bytes");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Forwarded. */
        type $Shape = {
          text?: string|null;
          number?: number|null;
          bytes?: Uint8Array|null;
          body?: Uint8Array|null;
          hedged?: boolean|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ key?: undefined; text?: null; number?: null; bytes?: null }|{ key?: "text"; text: string; number?: null; bytes?: null }|{ key?: "number"; text?: null; number: number; bytes?: null }|{ key?: "bytes"; text?: null; number?: null; bytes: Uint8Array })
        );
    }

    /**
     * Properties of a ForwardReply.
     * @deprecated Use gyre.ForwardReply.$Properties instead.
     */
    interface IForwardReply extends gyre.ForwardReply.$Properties {
    }

    /** Represents a ForwardReply. */
    class ForwardReply {

        /**
         * Constructs a new ForwardReply.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.ForwardReply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ForwardReply handled. */
        handled?: (Uint8Array|null);

        /** ForwardReply refused. */
        refused?: (string|null);

        /** ForwardReply outcome. */
        outcome?: ("handled"|"refused");

        /**
         * Creates a new ForwardReply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ForwardReply instance
         */
        static create(properties: gyre.ForwardReply.$Shape): gyre.ForwardReply & gyre.ForwardReply.$Shape;
        static create(properties?: gyre.ForwardReply.$Properties): gyre.ForwardReply;

        /**
         * Encodes the specified ForwardReply message. Does not implicitly {@link gyre.ForwardReply.verify|verify} messages.
         * @param message ForwardReply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.ForwardReply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ForwardReply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.ForwardReply & gyre.ForwardReply.$Shape} ForwardReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.ForwardReply & gyre.ForwardReply.$Shape;
    }

    namespace ForwardReply {

        /** Properties of a ForwardReply. */
        interface $Properties {

            /** ForwardReply handled */
            handled?: (Uint8Array|null);

            /** ForwardReply refused */
            refused?: (string|null);

            /** ForwardReply outcome */
            outcome?: ("handled"|"refused");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a ForwardReply. */
        type $Shape = {
          handled?: Uint8Array|null;
          refused?: string|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ outcome?: undefined; handled?: null; refused?: null }|{ outcome?: "handled"; handled: Uint8Array; refused?: null }|{ outcome?: "refused"; handled?: null; refused: string })
        );
    }

    /**
     * Properties of a RingPacket.
     * @deprecated Use gyre.RingPacket.$Properties instead.
     */
    interface IRingPacket extends gyre.RingPacket.$Properties {
    }

    /** Represents a RingPacket. */
    class RingPacket {

        /**
         * Constructs a new RingPacket.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingPacket.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingPacket name. */
        name: string;

        /** RingPacket claims. */
        claims?: (gyre.RingClaims.$Properties|null);

        /** RingPacket digest. */
        digest?: (gyre.RingDigest.$Properties|null);

        /** RingPacket prepare. */
        prepare?: (gyre.RingPrepare.$Properties|null);

        /** RingPacket ready. */
        ready?: (number|null);

        /** RingPacket flip. */
        flip?: (gyre.RingFlip.$Properties|null);

        /** RingPacket taken. */
        taken?: (number|null);

        /** RingPacket ask. */
        ask?: (gyre.RingAsk.$Properties|null);

        /** RingPacket grant. */
        grant?: (gyre.RingGrant.$Properties|null);

        /** RingPacket body. */
        body?: ("claims"|"digest"|"prepare"|"ready"|"flip"|"taken"|"ask"|"grant");

        /**
         * Creates a new RingPacket instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingPacket instance
         */
        static create(properties: gyre.RingPacket.$Shape): gyre.RingPacket & gyre.RingPacket.$Shape;
        static create(properties?: gyre.RingPacket.$Properties): gyre.RingPacket;

        /**
         * Encodes the specified RingPacket message. Does not implicitly {@link gyre.RingPacket.verify|verify} messages.
         * @param message RingPacket message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingPacket.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingPacket message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingPacket & gyre.RingPacket.$Shape} RingPacket
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingPacket & gyre.RingPacket.$Shape;
    }

    namespace RingPacket {

        /** Properties of a RingPacket. */
        interface $Properties {

            /** RingPacket name */
            name?: (string|null);

            /** RingPacket claims */
            claims?: (gyre.RingClaims.$Properties|null);

            /** RingPacket digest */
            digest?: (gyre.RingDigest.$Properties|null);

            /** RingPacket prepare */
            prepare?: (gyre.RingPrepare.$Properties|null);

            /** RingPacket ready */
            ready?: (number|null);

            /** RingPacket flip */
            flip?: (gyre.RingFlip.$Properties|null);

            /** RingPacket taken */
            taken?: (number|null);

            /** RingPacket ask */
            ask?: (gyre.RingAsk.$Properties|null);

            /** RingPacket grant */
            grant?: (gyre.RingGrant.$Properties|null);

            /** RingPacket body */
            body?: ("claims"|"digest"|"prepare"|"ready"|"flip"|"taken"|"ask"|"grant");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a RingPacket. */
        type $Shape = {
          name?: string|null;
          claims?: gyre.RingClaims.$Shape|null;
          digest?: gyre.RingDigest.$Shape|null;
          prepare?: gyre.RingPrepare.$Shape|null;
          ready?: number|null;
          flip?: gyre.RingFlip.$Shape|null;
          taken?: number|null;
          ask?: gyre.RingAsk.$Shape|null;
          grant?: gyre.RingGrant.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "claims"; claims: gyre.RingClaims.$Shape; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "digest"; claims?: null; digest: gyre.RingDigest.$Shape; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "prepare"; claims?: null; digest?: null; prepare: gyre.RingPrepare.$Shape; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "ready"; claims?: null; digest?: null; prepare?: null; ready: number; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "flip"; claims?: null; digest?: null; prepare?: null; ready?: null; flip: gyre.RingFlip.$Shape; taken?: null; ask?: null; grant?: null }|{ body?: "taken"; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken: number; ask?: null; grant?: null }|{ body?: "ask"; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask: gyre.RingAsk.$Shape; grant?: null }|{ body?: "grant"; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant: gyre.RingGrant.$Shape })
        );
    }

    /**
     * Properties of a RingClaim.
     * @deprecated Use gyre.RingClaim.$Properties instead.
     */
    interface IRingClaim extends gyre.RingClaim.$Properties {
    }

    /** Represents a RingClaim. */
    class RingClaim {

        /**
         * Constructs a new RingClaim.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingClaim.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingClaim holder. */
        holder: Uint8Array;

        /** RingClaim termHigh. */
        termHigh: number;

        /** RingClaim termLow. */
        termLow: number;

        /** RingClaim slots. */
        slots: number[];

        /**
         * Creates a new RingClaim instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingClaim instance
         */
        static create(properties: gyre.RingClaim.$Shape): gyre.RingClaim & gyre.RingClaim.$Shape;
        static create(properties?: gyre.RingClaim.$Properties): gyre.RingClaim;

        /**
         * Encodes the specified RingClaim message. Does not implicitly {@link gyre.RingClaim.verify|verify} messages.
         * @param message RingClaim message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingClaim.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingClaim message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingClaim & gyre.RingClaim.$Shape} RingClaim
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingClaim & gyre.RingClaim.$Shape;
    }

    namespace RingClaim {

        /** Properties of a RingClaim. */
        interface $Properties {

            /** RingClaim holder */
            holder?: (Uint8Array|null);

            /** RingClaim termHigh */
            termHigh?: (number|null);

            /** RingClaim termLow */
            termLow?: (number|null);

            /** RingClaim slots */
            slots?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingClaim. */
        type $Shape = gyre.RingClaim.$Properties;
    }

    /**
     * Properties of a RingClaims.
     * @deprecated Use gyre.RingClaims.$Properties instead.
     */
    interface IRingClaims extends gyre.RingClaims.$Properties {
    }

    /** Represents a RingClaims. */
    class RingClaims {

        /**
         * Constructs a new RingClaims.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingClaims.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingClaims claims. */
        claims: gyre.RingClaim.$Properties[];

        /**
         * Creates a new RingClaims instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingClaims instance
         */
        static create(properties: gyre.RingClaims.$Shape): gyre.RingClaims & gyre.RingClaims.$Shape;
        static create(properties?: gyre.RingClaims.$Properties): gyre.RingClaims;

        /**
         * Encodes the specified RingClaims message. Does not implicitly {@link gyre.RingClaims.verify|verify} messages.
         * @param message RingClaims message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingClaims.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingClaims message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingClaims & gyre.RingClaims.$Shape} RingClaims
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingClaims & gyre.RingClaims.$Shape;
    }

    namespace RingClaims {

        /** Properties of a RingClaims. */
        interface $Properties {

            /** RingClaims claims */
            claims?: (gyre.RingClaim.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingClaims. */
        type $Shape = gyre.RingClaims.$Properties;
    }

    /**
     * Properties of a RingDigest.
     * @deprecated Use gyre.RingDigest.$Properties instead.
     */
    interface IRingDigest extends gyre.RingDigest.$Properties {
    }

    /** Represents a RingDigest. */
    class RingDigest {

        /**
         * Constructs a new RingDigest.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingDigest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingDigest informed. */
        informed: boolean;

        /** RingDigest asks. */
        asks: boolean;

        /** RingDigest parts. */
        parts: number[];

        /** RingDigest pages. */
        pages: number;

        /**
         * Creates a new RingDigest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingDigest instance
         */
        static create(properties: gyre.RingDigest.$Shape): gyre.RingDigest & gyre.RingDigest.$Shape;
        static create(properties?: gyre.RingDigest.$Properties): gyre.RingDigest;

        /**
         * Encodes the specified RingDigest message. Does not implicitly {@link gyre.RingDigest.verify|verify} messages.
         * @param message RingDigest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingDigest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingDigest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingDigest & gyre.RingDigest.$Shape} RingDigest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingDigest & gyre.RingDigest.$Shape;
    }

    namespace RingDigest {

        /** Properties of a RingDigest. */
        interface $Properties {

            /** RingDigest informed */
            informed?: (boolean|null);

            /** RingDigest asks */
            asks?: (boolean|null);

            /** RingDigest parts */
            parts?: (number[]|null);

            /** RingDigest pages */
            pages?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingDigest. */
        type $Shape = gyre.RingDigest.$Properties;
    }

    /**
     * Properties of a RingPrepare.
     * @deprecated Use gyre.RingPrepare.$Properties instead.
     */
    interface IRingPrepare extends gyre.RingPrepare.$Properties {
    }

    /** Represents a RingPrepare. */
    class RingPrepare {

        /**
         * Constructs a new RingPrepare.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingPrepare.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingPrepare move. */
        move: number;

        /** RingPrepare slots. */
        slots: number[];

        /**
         * Creates a new RingPrepare instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingPrepare instance
         */
        static create(properties: gyre.RingPrepare.$Shape): gyre.RingPrepare & gyre.RingPrepare.$Shape;
        static create(properties?: gyre.RingPrepare.$Properties): gyre.RingPrepare;

        /**
         * Encodes the specified RingPrepare message. Does not implicitly {@link gyre.RingPrepare.verify|verify} messages.
         * @param message RingPrepare message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingPrepare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingPrepare message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingPrepare & gyre.RingPrepare.$Shape} RingPrepare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingPrepare & gyre.RingPrepare.$Shape;
    }

    namespace RingPrepare {

        /** Properties of a RingPrepare. */
        interface $Properties {

            /** RingPrepare move */
            move?: (number|null);

            /** RingPrepare slots */
            slots?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingPrepare. */
        type $Shape = gyre.RingPrepare.$Properties;
    }

    /**
     * Properties of a RingFlip.
     * @deprecated Use gyre.RingFlip.$Properties instead.
     */
    interface IRingFlip extends gyre.RingFlip.$Properties {
    }

    /** Represents a RingFlip. */
    class RingFlip {

        /**
         * Constructs a new RingFlip.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingFlip.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingFlip move. */
        move: number;

        /** RingFlip slots. */
        slots: number[];

        /** RingFlip termHigh. */
        termHigh: number;

        /** RingFlip termLow. */
        termLow: number;

        /** RingFlip remainingMs. */
        remainingMs: number;

        /** RingFlip giver. */
        giver: string;

        /**
         * Creates a new RingFlip instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingFlip instance
         */
        static create(properties: gyre.RingFlip.$Shape): gyre.RingFlip & gyre.RingFlip.$Shape;
        static create(properties?: gyre.RingFlip.$Properties): gyre.RingFlip;

        /**
         * Encodes the specified RingFlip message. Does not implicitly {@link gyre.RingFlip.verify|verify} messages.
         * @param message RingFlip message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingFlip.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingFlip message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingFlip & gyre.RingFlip.$Shape} RingFlip
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingFlip & gyre.RingFlip.$Shape;
    }

    namespace RingFlip {

        /** Properties of a RingFlip. */
        interface $Properties {

            /** RingFlip move */
            move?: (number|null);

            /** RingFlip slots */
            slots?: (number[]|null);

            /** RingFlip termHigh */
            termHigh?: (number|null);

            /** RingFlip termLow */
            termLow?: (number|null);

            /** RingFlip remainingMs */
            remainingMs?: (number|null);

            /** RingFlip giver */
            giver?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingFlip. */
        type $Shape = gyre.RingFlip.$Properties;
    }

    /**
     * Properties of a RingAsk.
     * @deprecated Use gyre.RingAsk.$Properties instead.
     */
    interface IRingAsk extends gyre.RingAsk.$Properties {
    }

    /** Represents a RingAsk. */
    class RingAsk {

        /**
         * Constructs a new RingAsk.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingAsk.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingAsk round. */
        round: number;

        /** RingAsk wants. */
        wants: gyre.RingClaim.$Properties[];

        /** RingAsk asker. */
        asker: string;

        /** RingAsk giver. */
        giver: string;

        /**
         * Creates a new RingAsk instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingAsk instance
         */
        static create(properties: gyre.RingAsk.$Shape): gyre.RingAsk & gyre.RingAsk.$Shape;
        static create(properties?: gyre.RingAsk.$Properties): gyre.RingAsk;

        /**
         * Encodes the specified RingAsk message. Does not implicitly {@link gyre.RingAsk.verify|verify} messages.
         * @param message RingAsk message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingAsk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingAsk message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingAsk & gyre.RingAsk.$Shape} RingAsk
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingAsk & gyre.RingAsk.$Shape;
    }

    namespace RingAsk {

        /** Properties of a RingAsk. */
        interface $Properties {

            /** RingAsk round */
            round?: (number|null);

            /** RingAsk wants */
            wants?: (gyre.RingClaim.$Properties[]|null);

            /** RingAsk asker */
            asker?: (string|null);

            /** RingAsk giver */
            giver?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingAsk. */
        type $Shape = gyre.RingAsk.$Properties;
    }

    /**
     * Properties of a RingGrant.
     * @deprecated Use gyre.RingGrant.$Properties instead.
     */
    interface IRingGrant extends gyre.RingGrant.$Properties {
    }

    /** Represents a RingGrant. */
    class RingGrant {

        /**
         * Constructs a new RingGrant.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingGrant.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingGrant round. */
        round: number;

        /** RingGrant slots. */
        slots: number[];

        /** RingGrant seenHigh. */
        seenHigh: number;

        /** RingGrant seenLow. */
        seenLow: number;

        /**
         * Creates a new RingGrant instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingGrant instance
         */
        static create(properties: gyre.RingGrant.$Shape): gyre.RingGrant & gyre.RingGrant.$Shape;
        static create(properties?: gyre.RingGrant.$Properties): gyre.RingGrant;

        /**
         * Encodes the specified RingGrant message. Does not implicitly {@link gyre.RingGrant.verify|verify} messages.
         * @param message RingGrant message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingGrant.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingGrant message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingGrant & gyre.RingGrant.$Shape} RingGrant
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingGrant & gyre.RingGrant.$Shape;
    }

    namespace RingGrant {

        /** Properties of a RingGrant. */
        interface $Properties {

            /** RingGrant round */
            round?: (number|null);

            /** RingGrant slots */
            slots?: (number[]|null);

            /** RingGrant seenHigh */
            seenHigh?: (number|null);

            /** RingGrant seenLow */
            seenLow?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingGrant. */
        type $Shape = gyre.RingGrant.$Properties;
    }

    /**
     * Properties of a MemberTraits.
     * @deprecated Use gyre.MemberTraits.$Properties instead.
     */
    interface IMemberTraits extends gyre.MemberTraits.$Properties {
    }

    /** Represents a MemberTraits. */
    class MemberTraits {

        /**
         * Constructs a new MemberTraits.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.MemberTraits.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemberTraits meta. */
        meta: Uint8Array;

        /** MemberTraits zone. */
        zone: string;

        /** MemberTraits host. */
        host: string;

        /** MemberTraits weight. */
        weight: number;

        /** MemberTraits roles. */
        roles: string[];

        /** MemberTraits rings. */
        rings: gyre.RingPart.$Properties[];

        /**
         * Creates a new MemberTraits instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MemberTraits instance
         */
        static create(properties: gyre.MemberTraits.$Shape): gyre.MemberTraits & gyre.MemberTraits.$Shape;
        static create(properties?: gyre.MemberTraits.$Properties): gyre.MemberTraits;

        /**
         * Encodes the specified MemberTraits message. Does not implicitly {@link gyre.MemberTraits.verify|verify} messages.
         * @param message MemberTraits message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.MemberTraits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemberTraits message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.MemberTraits & gyre.MemberTraits.$Shape} MemberTraits
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.MemberTraits & gyre.MemberTraits.$Shape;
    }

    namespace MemberTraits {

        /** Properties of a MemberTraits. */
        interface $Properties {

            /** MemberTraits meta */
            meta?: (Uint8Array|null);

            /** MemberTraits zone */
            zone?: (string|null);

            /** MemberTraits host */
            host?: (string|null);

            /** MemberTraits weight */
            weight?: (number|null);

            /** MemberTraits roles */
            roles?: (string[]|null);

            /** MemberTraits rings */
            rings?: (gyre.RingPart.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemberTraits. */
        type $Shape = gyre.MemberTraits.$Properties;
    }

    /**
     * Properties of a RingPart.
     * @deprecated Use gyre.RingPart.$Properties instead.
     */
    interface IRingPart extends gyre.RingPart.$Properties {
    }

    /** Represents a RingPart. */
    class RingPart {

        /**
         * Constructs a new RingPart.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.RingPart.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RingPart name. */
        name: string;

        /** RingPart rules. */
        rules: string;

        /** RingPart leaving. */
        leaving: boolean;

        /**
         * Creates a new RingPart instance using the specified properties.
         * @param [properties] Properties to set
         * @returns RingPart instance
         */
        static create(properties: gyre.RingPart.$Shape): gyre.RingPart & gyre.RingPart.$Shape;
        static create(properties?: gyre.RingPart.$Properties): gyre.RingPart;

        /**
         * Encodes the specified RingPart message. Does not implicitly {@link gyre.RingPart.verify|verify} messages.
         * @param message RingPart message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.RingPart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RingPart message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.RingPart & gyre.RingPart.$Shape} RingPart
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.RingPart & gyre.RingPart.$Shape;
    }

    namespace RingPart {

        /** Properties of a RingPart. */
        interface $Properties {

            /** RingPart name */
            name?: (string|null);

            /** RingPart rules */
            rules?: (string|null);

            /** RingPart leaving */
            leaving?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RingPart. */
        type $Shape = gyre.RingPart.$Properties;
    }

    /**
     * Properties of a Datagram.
     * @deprecated Use gyre.Datagram.$Properties instead.
     */
    interface IDatagram extends gyre.Datagram.$Properties {
    }

    /** Represents a Datagram. */
    class Datagram {

        /**
         * Constructs a new Datagram.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Datagram.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Datagram topic. */
        topic: string;

        /** Datagram body. */
        body: Uint8Array;

        /**
         * Creates a new Datagram instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Datagram instance
         */
        static create(properties: gyre.Datagram.$Shape): gyre.Datagram & gyre.Datagram.$Shape;
        static create(properties?: gyre.Datagram.$Properties): gyre.Datagram;

        /**
         * Encodes the specified Datagram message. Does not implicitly {@link gyre.Datagram.verify|verify} messages.
         * @param message Datagram message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Datagram.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Datagram message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Datagram & gyre.Datagram.$Shape} Datagram
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Datagram & gyre.Datagram.$Shape;
    }

    namespace Datagram {

        /** Properties of a Datagram. */
        interface $Properties {

            /** Datagram topic */
            topic?: (string|null);

            /** Datagram body */
            body?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Datagram. */
        type $Shape = gyre.Datagram.$Properties;
    }

    /**
     * Properties of a Broadcast.
     * @deprecated Use gyre.Broadcast.$Properties instead.
     */
    interface IBroadcast extends gyre.Broadcast.$Properties {
    }

    /** Represents a Broadcast. */
    class Broadcast {

        /**
         * Constructs a new Broadcast.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Broadcast.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Broadcast origin. */
        origin: Uint8Array;

        /** Broadcast run. */
        run: number;

        /** Broadcast sequence. */
        sequence: number;

        /** Broadcast topic. */
        topic: string;

        /** Broadcast body. */
        body: Uint8Array;

        /**
         * Creates a new Broadcast instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Broadcast instance
         */
        static create(properties: gyre.Broadcast.$Shape): gyre.Broadcast & gyre.Broadcast.$Shape;
        static create(properties?: gyre.Broadcast.$Properties): gyre.Broadcast;

        /**
         * Encodes the specified Broadcast message. Does not implicitly {@link gyre.Broadcast.verify|verify} messages.
         * @param message Broadcast message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Broadcast.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Broadcast message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Broadcast & gyre.Broadcast.$Shape} Broadcast
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Broadcast & gyre.Broadcast.$Shape;
    }

    namespace Broadcast {

        /** Properties of a Broadcast. */
        interface $Properties {

            /** Broadcast origin */
            origin?: (Uint8Array|null);

            /** Broadcast run */
            run?: (number|null);

            /** Broadcast sequence */
            sequence?: (number|null);

            /** Broadcast topic */
            topic?: (string|null);

            /** Broadcast body */
            body?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Broadcast. */
        type $Shape = gyre.Broadcast.$Properties;
    }

    /**
     * Properties of a Broadcasts.
     * @deprecated Use gyre.Broadcasts.$Properties instead.
     */
    interface IBroadcasts extends gyre.Broadcasts.$Properties {
    }

    /** Represents a Broadcasts. */
    class Broadcasts {

        /**
         * Constructs a new Broadcasts.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Broadcasts.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Broadcasts broadcasts. */
        broadcasts: gyre.Broadcast.$Properties[];

        /**
         * Creates a new Broadcasts instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Broadcasts instance
         */
        static create(properties: gyre.Broadcasts.$Shape): gyre.Broadcasts & gyre.Broadcasts.$Shape;
        static create(properties?: gyre.Broadcasts.$Properties): gyre.Broadcasts;

        /**
         * Encodes the specified Broadcasts message. Does not implicitly {@link gyre.Broadcasts.verify|verify} messages.
         * @param message Broadcasts message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Broadcasts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Broadcasts message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Broadcasts & gyre.Broadcasts.$Shape} Broadcasts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Broadcasts & gyre.Broadcasts.$Shape;
    }

    namespace Broadcasts {

        /** Properties of a Broadcasts. */
        interface $Properties {

            /** Broadcasts broadcasts */
            broadcasts?: (gyre.Broadcast.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Broadcasts. */
        type $Shape = gyre.Broadcasts.$Properties;
    }

    /**
     * Properties of a Facts.
     * @deprecated Use gyre.Facts.$Properties instead.
     */
    interface IFacts extends gyre.Facts.$Properties {
    }

    /** Represents a Facts. */
    class Facts {

        /**
         * Constructs a new Facts.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Facts.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Facts owner. */
        owner: Uint8Array;

        /** Facts run. */
        run: number;

        /** Facts since. */
        since: number;

        /** Facts upto. */
        upto: number;

        /** Facts facts. */
        facts: gyre.Fact.$Properties[];

        /**
         * Creates a new Facts instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Facts instance
         */
        static create(properties: gyre.Facts.$Shape): gyre.Facts & gyre.Facts.$Shape;
        static create(properties?: gyre.Facts.$Properties): gyre.Facts;

        /**
         * Encodes the specified Facts message. Does not implicitly {@link gyre.Facts.verify|verify} messages.
         * @param message Facts message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Facts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Facts message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Facts & gyre.Facts.$Shape} Facts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Facts & gyre.Facts.$Shape;
    }

    namespace Facts {

        /** Properties of a Facts. */
        interface $Properties {

            /** Facts owner */
            owner?: (Uint8Array|null);

            /** Facts run */
            run?: (number|null);

            /** Facts since */
            since?: (number|null);

            /** Facts upto */
            upto?: (number|null);

            /** Facts facts */
            facts?: (gyre.Fact.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Facts. */
        type $Shape = gyre.Facts.$Properties;
    }

    /**
     * Properties of a Fact.
     * @deprecated Use gyre.Fact.$Properties instead.
     */
    interface IFact extends gyre.Fact.$Properties {
    }

    /** Represents a Fact. */
    class Fact {

        /**
         * Constructs a new Fact.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Fact.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Fact key. */
        key: string;

        /** Fact version. */
        version: number;

        /** Fact value. */
        value: Uint8Array;

        /** Fact deleted. */
        deleted: boolean;

        /**
         * Creates a new Fact instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Fact instance
         */
        static create(properties: gyre.Fact.$Shape): gyre.Fact & gyre.Fact.$Shape;
        static create(properties?: gyre.Fact.$Properties): gyre.Fact;

        /**
         * Encodes the specified Fact message. Does not implicitly {@link gyre.Fact.verify|verify} messages.
         * @param message Fact message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Fact.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Fact message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Fact & gyre.Fact.$Shape} Fact
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Fact & gyre.Fact.$Shape;
    }

    namespace Fact {

        /** Properties of a Fact. */
        interface $Properties {

            /** Fact key */
            key?: (string|null);

            /** Fact version */
            version?: (number|null);

            /** Fact value */
            value?: (Uint8Array|null);

            /** Fact deleted */
            deleted?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Fact. */
        type $Shape = gyre.Fact.$Properties;
    }

    /**
     * Properties of a FactsPage.
     * @deprecated Use gyre.FactsPage.$Properties instead.
     */
    interface IFactsPage extends gyre.FactsPage.$Properties {
    }

    /** Represents a FactsPage. */
    class FactsPage {

        /**
         * Constructs a new FactsPage.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.FactsPage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FactsPage facts. */
        facts: gyre.Facts.$Properties[];

        /** FactsPage all. */
        all: boolean;

        /**
         * Creates a new FactsPage instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FactsPage instance
         */
        static create(properties: gyre.FactsPage.$Shape): gyre.FactsPage & gyre.FactsPage.$Shape;
        static create(properties?: gyre.FactsPage.$Properties): gyre.FactsPage;

        /**
         * Encodes the specified FactsPage message. Does not implicitly {@link gyre.FactsPage.verify|verify} messages.
         * @param message FactsPage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.FactsPage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FactsPage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.FactsPage & gyre.FactsPage.$Shape} FactsPage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.FactsPage & gyre.FactsPage.$Shape;
    }

    namespace FactsPage {

        /** Properties of a FactsPage. */
        interface $Properties {

            /** FactsPage facts */
            facts?: (gyre.Facts.$Properties[]|null);

            /** FactsPage all */
            all?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FactsPage. */
        type $Shape = gyre.FactsPage.$Properties;
    }

    /**
     * Properties of a Watch.
     * @deprecated Use gyre.Watch.$Properties instead.
     */
    interface IWatch extends gyre.Watch.$Properties {
    }

    /** Represents a Watch. */
    class Watch {

        /**
         * Constructs a new Watch.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Watch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Watch target. */
        target: Uint8Array;

        /**
         * Creates a new Watch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Watch instance
         */
        static create(properties: gyre.Watch.$Shape): gyre.Watch & gyre.Watch.$Shape;
        static create(properties?: gyre.Watch.$Properties): gyre.Watch;

        /**
         * Encodes the specified Watch message. Does not implicitly {@link gyre.Watch.verify|verify} messages.
         * @param message Watch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Watch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Watch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Watch & gyre.Watch.$Shape} Watch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Watch & gyre.Watch.$Shape;
    }

    namespace Watch {

        /** Properties of a Watch. */
        interface $Properties {

            /** Watch target */
            target?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Watch. */
        type $Shape = gyre.Watch.$Properties;
    }

    /**
     * Properties of a Watching.
     * @deprecated Use gyre.Watching.$Properties instead.
     */
    interface IWatching extends gyre.Watching.$Properties {
    }

    /** Represents a Watching. */
    class Watching {

        /**
         * Constructs a new Watching.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.Watching.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Watching instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Watching instance
         */
        static create(properties: gyre.Watching.$Shape): gyre.Watching & gyre.Watching.$Shape;
        static create(properties?: gyre.Watching.$Properties): gyre.Watching;

        /**
         * Encodes the specified Watching message. Does not implicitly {@link gyre.Watching.verify|verify} messages.
         * @param message Watching message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.Watching.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Watching message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.Watching & gyre.Watching.$Shape} Watching
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.Watching & gyre.Watching.$Shape;
    }

    namespace Watching {

        /** Properties of a Watching. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Watching. */
        type $Shape = gyre.Watching.$Properties;
    }

    /**
     * Properties of a KeyChange.
     * @deprecated Use gyre.KeyChange.$Properties instead.
     */
    interface IKeyChange extends gyre.KeyChange.$Properties {
    }

    /** Represents a KeyChange. */
    class KeyChange {

        /**
         * Constructs a new KeyChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.KeyChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyChange op. */
        op: string;

        /** KeyChange key. */
        key: Uint8Array;

        /** KeyChange id. */
        id: string;

        /** KeyChange force. */
        force: boolean;

        /** KeyChange target. */
        target: Uint8Array;

        /**
         * Creates a new KeyChange instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KeyChange instance
         */
        static create(properties: gyre.KeyChange.$Shape): gyre.KeyChange & gyre.KeyChange.$Shape;
        static create(properties?: gyre.KeyChange.$Properties): gyre.KeyChange;

        /**
         * Encodes the specified KeyChange message. Does not implicitly {@link gyre.KeyChange.verify|verify} messages.
         * @param message KeyChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.KeyChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.KeyChange & gyre.KeyChange.$Shape} KeyChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.KeyChange & gyre.KeyChange.$Shape;
    }

    namespace KeyChange {

        /** Properties of a KeyChange. */
        interface $Properties {

            /** KeyChange op */
            op?: (string|null);

            /** KeyChange key */
            key?: (Uint8Array|null);

            /** KeyChange id */
            id?: (string|null);

            /** KeyChange force */
            force?: (boolean|null);

            /** KeyChange target */
            target?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyChange. */
        type $Shape = gyre.KeyChange.$Properties;
    }

    /**
     * Properties of a KeyDone.
     * @deprecated Use gyre.KeyDone.$Properties instead.
     */
    interface IKeyDone extends gyre.KeyDone.$Properties {
    }

    /** Represents a KeyDone. */
    class KeyDone {

        /**
         * Constructs a new KeyDone.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.KeyDone.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyDone refusal. */
        refusal: string;

        /**
         * Creates a new KeyDone instance using the specified properties.
         * @param [properties] Properties to set
         * @returns KeyDone instance
         */
        static create(properties: gyre.KeyDone.$Shape): gyre.KeyDone & gyre.KeyDone.$Shape;
        static create(properties?: gyre.KeyDone.$Properties): gyre.KeyDone;

        /**
         * Encodes the specified KeyDone message. Does not implicitly {@link gyre.KeyDone.verify|verify} messages.
         * @param message KeyDone message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.KeyDone.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyDone message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.KeyDone & gyre.KeyDone.$Shape} KeyDone
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.KeyDone & gyre.KeyDone.$Shape;
    }

    namespace KeyDone {

        /** Properties of a KeyDone. */
        interface $Properties {

            /** KeyDone refusal */
            refusal?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyDone. */
        type $Shape = gyre.KeyDone.$Properties;
    }

    /**
     * Properties of a SyncOffer.
     * @deprecated Use gyre.SyncOffer.$Properties instead.
     */
    interface ISyncOffer extends gyre.SyncOffer.$Properties {
    }

    /** Represents a SyncOffer. */
    class SyncOffer {

        /**
         * Constructs a new SyncOffer.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.SyncOffer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SyncOffer label. */
        label: number;

        /** SyncOffer version. */
        version: number;

        /** SyncOffer cluster. */
        cluster: string;

        /** SyncOffer from. */
        from?: (gyre.Update.$Properties|null);

        /** SyncOffer joining. */
        joining: boolean;

        /** SyncOffer buckets. */
        buckets: Uint8Array;

        /** SyncOffer genesis. */
        genesis: number;

        /**
         * Creates a new SyncOffer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SyncOffer instance
         */
        static create(properties: gyre.SyncOffer.$Shape): gyre.SyncOffer & gyre.SyncOffer.$Shape;
        static create(properties?: gyre.SyncOffer.$Properties): gyre.SyncOffer;

        /**
         * Encodes the specified SyncOffer message. Does not implicitly {@link gyre.SyncOffer.verify|verify} messages.
         * @param message SyncOffer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.SyncOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SyncOffer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.SyncOffer & gyre.SyncOffer.$Shape} SyncOffer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.SyncOffer & gyre.SyncOffer.$Shape;
    }

    namespace SyncOffer {

        /** Properties of a SyncOffer. */
        interface $Properties {

            /** SyncOffer label */
            label?: (number|null);

            /** SyncOffer version */
            version?: (number|null);

            /** SyncOffer cluster */
            cluster?: (string|null);

            /** SyncOffer from */
            from?: (gyre.Update.$Properties|null);

            /** SyncOffer joining */
            joining?: (boolean|null);

            /** SyncOffer buckets */
            buckets?: (Uint8Array|null);

            /** SyncOffer genesis */
            genesis?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SyncOffer. */
        type $Shape = gyre.SyncOffer.$Properties;
    }

    /**
     * Properties of a SyncAnswer.
     * @deprecated Use gyre.SyncAnswer.$Properties instead.
     */
    interface ISyncAnswer extends gyre.SyncAnswer.$Properties {
    }

    /** Represents a SyncAnswer. */
    class SyncAnswer {

        /**
         * Constructs a new SyncAnswer.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.SyncAnswer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SyncAnswer refusal. */
        refusal: string;

        /** SyncAnswer reason. */
        reason: string;

        /** SyncAnswer from. */
        from?: (gyre.Update.$Properties|null);

        /** SyncAnswer differing. */
        differing: Uint8Array;

        /** SyncAnswer records. */
        records: gyre.Update.$Properties[];

        /** SyncAnswer more. */
        more: boolean;

        /** SyncAnswer genesis. */
        genesis: number;

        /**
         * Creates a new SyncAnswer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SyncAnswer instance
         */
        static create(properties: gyre.SyncAnswer.$Shape): gyre.SyncAnswer & gyre.SyncAnswer.$Shape;
        static create(properties?: gyre.SyncAnswer.$Properties): gyre.SyncAnswer;

        /**
         * Encodes the specified SyncAnswer message. Does not implicitly {@link gyre.SyncAnswer.verify|verify} messages.
         * @param message SyncAnswer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.SyncAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SyncAnswer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.SyncAnswer & gyre.SyncAnswer.$Shape} SyncAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.SyncAnswer & gyre.SyncAnswer.$Shape;
    }

    namespace SyncAnswer {

        /** Properties of a SyncAnswer. */
        interface $Properties {

            /** SyncAnswer refusal */
            refusal?: (string|null);

            /** SyncAnswer reason */
            reason?: (string|null);

            /** SyncAnswer from */
            from?: (gyre.Update.$Properties|null);

            /** SyncAnswer differing */
            differing?: (Uint8Array|null);

            /** SyncAnswer records */
            records?: (gyre.Update.$Properties[]|null);

            /** SyncAnswer more */
            more?: (boolean|null);

            /** SyncAnswer genesis */
            genesis?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SyncAnswer. */
        type $Shape = gyre.SyncAnswer.$Properties;
    }

    /**
     * Properties of a SyncClose.
     * @deprecated Use gyre.SyncClose.$Properties instead.
     */
    interface ISyncClose extends gyre.SyncClose.$Properties {
    }

    /** Represents a SyncClose. */
    class SyncClose {

        /**
         * Constructs a new SyncClose.
         * @param [properties] Properties to set
         */
        constructor(properties?: gyre.SyncClose.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SyncClose records. */
        records: gyre.Update.$Properties[];

        /**
         * Creates a new SyncClose instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SyncClose instance
         */
        static create(properties: gyre.SyncClose.$Shape): gyre.SyncClose & gyre.SyncClose.$Shape;
        static create(properties?: gyre.SyncClose.$Properties): gyre.SyncClose;

        /**
         * Encodes the specified SyncClose message. Does not implicitly {@link gyre.SyncClose.verify|verify} messages.
         * @param message SyncClose message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: gyre.SyncClose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SyncClose message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {gyre.SyncClose & gyre.SyncClose.$Shape} SyncClose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): gyre.SyncClose & gyre.SyncClose.$Shape;
    }

    namespace SyncClose {

        /** Properties of a SyncClose. */
        interface $Properties {

            /** SyncClose records */
            records?: (gyre.Update.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SyncClose. */
        type $Shape = gyre.SyncClose.$Properties;
    }
}
