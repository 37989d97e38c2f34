package it.dgc.deploy.backends;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

import io.netty.channel.Channel;

/** The store in memory only. */
final class VolatileBackend extends MemoryBackend {

    @Override
    public Document handleMessage(MongoMessage message) {
        return WireAnswers.orRefusal(() -> super.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return WireAnswers.isHello(command)
                ? WireAnswers.hello(super.handleCommand(channel, database, "ismaster", query))
                : super.handleCommand(channel, database, command, query);
    }
}
