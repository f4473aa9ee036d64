package io.askwell.rest;

/** What the parts of this adapter tell each other about a request, as attributes of its exchange. */
public final class RequestAttributes {
    /** The name of the key that the request brought, a String; absent where none was asked for or none was valid. */
    public static final String CALLER = RequestAttributes.class.getName() + ".caller";

    private RequestAttributes() {}
}
